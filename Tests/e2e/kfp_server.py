"""A double of the KFP API server (REST, v2beta1): in memory, and strict.

Requests are held against the OpenAPI description of the real one (`kfp_v2beta1.json`): unknown paths,
query parameters and members of bodies are refused, as the real server refuses them. Runs move on a stage
each time they are looked at. Faults are asked for with `Faults`.
"""

import contextlib
import email
import itertools
import json
import re
import ssl
import threading
import time
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import jsonschema
import yaml

PREFIX = "/apis/v2beta1"
API = json.loads(Path(__file__).with_name("kfp_v2beta1.json").read_text())


def closed(schema):
    """The schema without room for members that it does not name, as for Protobuf's JSON."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: closed(value) for key, value in schema.items()}
    if schema.get("type") == "object" and "properties" in schema and "additionalProperties" not in schema:
        result["additionalProperties"] = False
    return result


DEFINITIONS = closed(API["definitions"])


def operation(method: str, path: str) -> dict | None:
    for template, methods in API["paths"].items():
        pattern = re.sub(r"\\\{[^/]*?\\\}", "[^/:]+", re.escape(template))
        if method.lower() in methods and re.fullmatch(pattern, path):
            return methods[method.lower()]
    return None


@dataclass
class Request:
    method: str
    path: str  # without PREFIX
    query: dict[str, str]
    headers: dict[str, str]
    body: dict | None = None
    file: tuple[str, bytes] | None = None  # name and content of an upload
    answered: int | None = None  # the HTTP status


@dataclass
class Fault:
    """Something that goes wrong with requests whose method and path begin like this."""

    on: str  # "POST /runs", "GET"
    status: int | None = None
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0  # before the answer
    drops: bool = False  # the connection, without an answer
    does_it_first: bool = False
    times: float = 1


class Refusal(Exception):
    def __init__(self, status: int, code: int, message: str):
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def now(offset: float = 0) -> str:
    return (datetime.now(timezone.utc) + timedelta(seconds=offset)).strftime("%Y-%m-%dT%H:%M:%SZ")


class KFPServer:
    """Use as a context manager; `url` is its address."""

    def __init__(self, token: str | None = None, multi_user: bool = False, path: str = "",
                 certificate: Path | None = None):
        self.token, self.multi_user, self.prefix = token, multi_user, path + PREFIX
        self.pipelines, self.versions, self.experiments, self.runs = {}, {}, {}, {}
        self.requests: list[Request] = []
        self.faults: list[Fault] = []
        self.stages = ["PENDING", "RUNNING", "SUCCEEDED"]  # of each run
        self.failing_task = None
        self.connections = []
        self.lock = threading.RLock()
        self.server = None
        self.port = 0
        self.certificate, self.path = certificate, path

    @property
    def url(self) -> str:
        return f"{'https' if self.certificate else 'http'}://localhost:{self.port}{self.path}"

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        """Listens, at the same port as before if it was stopped."""
        handler = type("Handler", (Handler,), {"double": self})
        self.server = ThreadingHTTPServer(("localhost", self.port), handler)
        if self.certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self):
        """Ends all connections too, as the end of a process does."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None
            for connection in self.connections:
                with contextlib.suppress(OSError):
                    connection.shutdown(2)
            self.connections = []

    def calls(self) -> list[str]:
        """`METHOD /path` of each request, with IDs as `*`."""
        return [f"{r.method} {re.sub(r'[0-9a-f-]{36}', '*', r.path)}" for r in self.requests]

    # --- What it does

    def answer(self, request: Request):
        if self.token and request.headers.get("authorization") != "Bearer " + self.token:
            raise Refusal(401, 16, "Request header error: there is no user identity header.")
        found = operation(request.method, PREFIX + request.path)
        if not found:
            raise Refusal(404, 5, "Not Found")
        self.validate(request, found)
        action = getattr(self, found["operationId"])
        return action(request, *map(unquote, re.findall(r"/([0-9a-f-]{36})", request.path)))

    def validate(self, request: Request, found: dict):
        parameters = {p["name"]: p for p in found.get("parameters", [])}
        for name in request.query:
            if parameters.get(name, {}).get("in") != "query":
                raise Refusal(400, 3, f"unknown query parameter {name}")
        body = next((p for p in parameters.values() if p["in"] == "body"), None)
        if body and request.body is not None:
            try:
                jsonschema.validate(request.body, {**body["schema"], "definitions": DEFINITIONS})
            except jsonschema.ValidationError as error:
                raise Refusal(400, 3, error.message) from None
        if bool(body and body.get("required")) and request.body is None:
            raise Refusal(400, 3, "the body is missing")
        if "uploadfile" in parameters and not request.file:
            raise Refusal(400, 3, "Failed to read pipeline from uploadfile")
        if self.multi_user and request.path in ("/experiments", "/pipelines"):
            if not (request.query.get("namespace") or (request.body or {}).get("namespace")):
                raise Refusal(400, 3, "Namespace cannot be empty in multi-user mode")

    def HealthzService_GetHealthz(self, request):
        return {"multi_user": self.multi_user, "pipeline_store": "database"}

    def UploadPipeline(self, request):
        name = request.query.get("name") or request.file[0]
        if any(p["name"] == name for p in self.pipelines.values()):
            raise Refusal(409, 6, f"Already exist error: The name {name} already exist.")
        self.check_package(request.file[1])
        pipeline = self.add(self.pipelines, "pipeline_id", {
            "name": name, "display_name": request.query.get("display_name", name),
            "namespace": request.query.get("namespace", "")})
        self.add_version(pipeline["pipeline_id"], name, request.file[1])
        return pipeline

    def UploadPipelineVersion(self, request):
        identifier = request.query.get("pipelineid")
        if identifier not in self.pipelines:
            raise Refusal(404, 5, f"Pipeline {identifier} not found")
        name = request.query.get("name")
        if any(v["name"] == name and v["pipeline_id"] == identifier for v in self.versions.values()):
            raise Refusal(409, 6, f"Already exist error: The name {name} already exist.")
        self.check_package(request.file[1])
        return self.add_version(identifier, name, request.file[1])

    def check_package(self, content: bytes):
        documents = list(yaml.safe_load_all(content))
        if not documents or documents[0].get("schemaVersion") != "2.1.0":
            raise Refusal(400, 3, "unsupported schemaVersion")
        if not re.fullmatch(r"[a-z0-9.-]+", documents[0]["pipelineInfo"]["name"]):
            raise Refusal(400, 3, "invalid pipeline name")

    def add_version(self, pipeline: str, name: str, content: bytes) -> dict:
        documents = list(yaml.safe_load_all(content))
        spec = documents[0] if len(documents) == 1 else dict(
            zip(("pipeline_spec", "platform_spec"), documents))
        return self.add(self.versions, "pipeline_version_id", {
            "pipeline_id": pipeline, "name": name, "display_name": name, "pipeline_spec": spec})

    def add(self, table: dict, key: str, entry: dict) -> dict:
        entry = {key: str(uuid.uuid4()), "created_at": now(), **entry}
        table[entry[key]] = entry
        return entry

    def PipelineService_ListPipelines(self, request):
        return self.page("pipelines", self.pipelines, request)

    def PipelineService_GetPipelineByName(self, request):
        name = unquote(request.path.rpartition("/")[2])
        for pipeline in self.pipelines.values():
            if pipeline["name"] == name:
                return pipeline
        raise Refusal(404, 5, f"Pipeline {name} not found")

    def PipelineService_GetPipeline(self, request, identifier):
        return self.get(self.pipelines, identifier)

    def PipelineService_ListPipelineVersions(self, request, identifier):
        found = {k: v for k, v in self.versions.items() if v["pipeline_id"] == identifier}
        if request.query.get("sort_by") == "created_at desc":
            found = dict(reversed(found.items()))
        return self.page("pipeline_versions", found, request)

    def PipelineService_GetPipelineVersion(self, request, pipeline, version):
        return self.get(self.versions, version)

    def ExperimentService_ListExperiments(self, request):
        return self.page("experiments", self.experiments, request)

    def ExperimentService_CreateExperiment(self, request):
        if any(e["display_name"] == request.body["display_name"] for e in self.experiments.values()):
            raise Refusal(409, 6, "Already exist error: Failed to create a new experiment.")
        return self.add(self.experiments, "experiment_id", request.body)

    def ExperimentService_GetExperiment(self, request, identifier):
        return self.get(self.experiments, identifier)

    def RunService_ListRuns(self, request):
        found = {k: v for k, v in self.runs.items()
                 if request.query.get("experiment_id") in (None, v.get("experiment_id"))}
        return self.page("runs", found, request)

    def RunService_CreateRun(self, request):
        if request.body.get("experiment_id") not in self.experiments:
            raise Refusal(404, 5, "Experiment not found")
        reference = request.body.get("pipeline_version_reference")
        if reference:
            self.get(self.versions, reference["pipeline_version_id"])
        run = self.add(self.runs, "run_id", {**request.body, "state": "PENDING"})
        run["stages"] = itertools.chain(self.stages, itertools.repeat(self.stages[-1]))
        return self.shown(run)

    def RunService_GetRun(self, request, identifier):
        run = self.get(self.runs, identifier)
        run["state"] = next(run["stages"])
        return self.shown(run)

    def RunService_TerminateRun(self, request, identifier):
        run = self.get(self.runs, identifier)
        run["stages"] = itertools.chain(["CANCELING"], itertools.repeat("CANCELED"))
        return {}

    def shown(self, run: dict) -> dict:
        """The run with its tasks, in the way of the real server: beside them stand its own parts."""
        version = self.versions.get(
            run.get("pipeline_version_reference", {}).get("pipeline_version_id"), {})
        spec = version.get("pipeline_spec") or run.get("pipeline_spec") or {}
        tasks = spec.get("pipeline_spec", spec).get("root", {}).get("dag", {}).get("tasks", {})
        shown = {k: v for k, v in run.items() if k != "stages"}
        state = run["state"]
        details = [{"display_name": "root-driver", "state": "SUCCEEDED"},
                   {"display_name": "root", "state": state}]
        if state != "PENDING":
            for number, (name, task) in enumerate(tasks.items()):
                failing = state == "FAILED" and name == self.failing_task
                detail = {
                    "display_name": task.get("taskInfo", {}).get("name", name),
                    "state": "FAILED" if failing else "SUCCEEDED" if state == "FAILED" else state,
                    "create_time": now(-60), "start_time": now(-60), "end_time": now(-60 + number),
                }
                if failing:
                    detail["error"] = {"code": 2, "message": "exit status 1\nmore of it"}
                details.append(detail)
        shown["run_details"] = {"task_details": details}
        if state in ("SUCCEEDED", "FAILED", "CANCELED"):
            shown["finished_at"] = now(60)
        return shown

    def get(self, table: dict, identifier: str) -> dict:
        if identifier not in table:
            raise Refusal(404, 5, f"{identifier} not found")
        return table[identifier]

    def page(self, name: str, table: dict, request: Request) -> dict:
        entries = list(table.values())
        for predicate in json.loads(request.query.get("filter", "{}")).get("predicates", []):
            assert predicate["operation"] in (1, "EQUALS"), predicate
            entries = [e for e in entries if e.get(predicate["key"]) == predicate["stringValue"]]
        first, size = int(request.query.get("page_token") or 0), int(request.query.get("page_size") or 20)
        entries, rest = entries[first:first + size], entries[first + size:]
        entries = [self.shown(e) if name == "runs" else e for e in entries]
        return {name: entries, "total_size": len(entries) + len(rest) + first,
                **({"next_page_token": str(first + size)} if rest else {})}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    double: KFPServer

    def setup(self):
        super().setup()
        self.double.connections.append(self.connection)

    def log_message(self, *_):
        pass

    def handle_request(self):
        parts = urlsplit(self.path)
        request = Request(
            self.command, parts.path, {k: v[0] for k, v in parse_qs(parts.query).items()},
            {k.lower(): v for k, v in self.headers.items()})
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            self.read_body(request, content)
        except ValueError as error:
            return self.send(400, {"error": str(error), "code": 3, "message": str(error)})
        with self.double.lock:
            self.double.requests.append(request)
            fault = self.take_fault(request)
        if fault:
            time.sleep(fault.seconds)
            if fault.does_it_first:
                self.reply(request, silently=True)
            if fault.drops:
                self.close_connection = True
                self.connection.shutdown(2)
                return None
            if fault.status:
                return self.send(fault.status, fault.body, fault.headers)
        return self.reply(request)

    do_GET = do_POST = do_DELETE = handle_request

    def read_body(self, request: Request, content: bytes):
        if not request.path.startswith(self.double.prefix):
            request.path = "(outside)" + request.path
        else:
            request.path = request.path[len(self.double.prefix):]
        kind = self.headers.get("Content-Type", "")
        if kind.startswith("multipart/form-data"):
            head = f"Content-Type: {kind}\r\n\r\n".encode()
            for part in email.message_from_bytes(head + content).get_payload():
                parameters = dict(part.get_params(header="content-disposition"))
                if parameters.get("name") == "uploadfile":
                    request.file = parameters["filename"], part.get_payload(decode=True)
        elif content:
            request.body = json.loads(content)

    def take_fault(self, request: Request) -> Fault | None:
        for fault in self.double.faults:
            if fault.times > 0 and f"{request.method} {request.path}".startswith(fault.on):
                fault.times -= 1
                return fault
        return None

    def reply(self, request: Request, silently: bool = False):
        try:
            with self.double.lock:
                status, body = 200, self.double.answer(request)
        except Refusal as refusal:
            status = refusal.status
            # Uploads have a form of their own for errors.
            body = ({"error_message": refusal.message, "error_details": refusal.message}
                    if request.file else
                    {"error": refusal.message, "code": refusal.code, "message": refusal.message,
                     "details": []})
        request.answered = status
        if not silently:
            self.send(status, body)

    def send(self, status: int, body, headers: dict | None = None):
        content = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", **(headers or {})}
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
