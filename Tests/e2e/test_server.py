"""`kale upload`, `run --on kfp`, `status` and `stop` against a double of the KFP API server."""

import datetime
import json
import os
import signal
import subprocess
import threading
import time

import pytest
from kfp_server import Fault, KFPServer
from notebooks import write_notebook

TOKEN = "the-secret-token-1"
NOTEBOOK = """
# %% imports
import math
# %% pipeline-parameters
count = 3
name = "a"
# %% block:load
values = list(range(count))
# %% block:sum_up prev:load
total = sum(values)
"""
UUID = "[0-9a-f-]{36}"


@pytest.fixture
def notebook(tmp_path):
    return write_notebook(tmp_path / "sums.ipynb", NOTEBOOK)


@pytest.fixture
def server():
    with KFPServer() as server:
        yield server


@pytest.fixture
def call(kale, tmp_path):
    """Runs the tool without what the machine's own environment says of servers."""

    def call(*arguments, status=0, timeout=60, **variables):
        done = subprocess.run(
            [kale.path, *map(str, arguments)], cwd=tmp_path, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=timeout, env=environment(variables))
        messages = done.stdout + done.stderr
        assert done.returncode == status, messages
        assert TOKEN not in messages and "Traceback" not in messages
        return done

    return call


def environment(variables):
    kept = {k: v for k, v in os.environ.items()
            if not k.startswith(("KF_", "KALE_KFP", "KUBERNETES_")) and "proxy" not in k.lower()}
    return kept | variables


# --- Uploads


def test_an_upload_makes_a_pipeline_and_then_versions(call, server, notebook):
    first = call("upload", notebook, "--host", server.url)
    (pipeline,) = server.pipelines.values()
    (version,) = server.versions.values()
    assert pipeline["name"] == "sums" and "Uploaded sums, a new pipeline." in first.stdout
    assert (f"{server.url}/#/pipelines/details/{pipeline['pipeline_id']}"
            f"/version/{version['pipeline_version_id']}") in first.stdout
    second = call("upload", notebook, "--host", server.url)
    call("upload", notebook, "--host", server.url, "--version-name", "final")
    assert len(server.pipelines) == 1
    names = [v["name"] for v in server.versions.values()]
    assert names[0] == "sums" and names[2] == "final"
    assert f"Uploaded sums, version {names[1]}." in second.stdout
    assert set(version["pipeline_spec"]["root"]["dag"]["tasks"]) == {"load", "sum-up"}


def test_the_description_and_the_namespace_go_along(call, server, notebook):
    server.multi_user = True
    call("upload", notebook, "--host", server.url, "--namespace", "team", "--pipeline_description",
         "Sums & more")
    (upload,) = [r for r in server.requests if r.file]
    assert upload.query == {"name": "sums", "display_name": "sums", "namespace": "team",
                            "description": "Sums & more"}
    assert upload.file[0] == "sums.yaml"


def test_several_users_need_a_namespace(call, server, notebook):
    server.multi_user = True
    done = call("upload", notebook, "--host", server.url, status=64)
    assert "--namespace" in done.stderr and not server.pipelines


def test_a_version_name_that_is_taken(call, server, notebook):
    call("upload", notebook, "--host", server.url)
    call("upload", notebook, "--host", server.url, "--version-name", "v1")
    done = call("upload", notebook, "--host", server.url, "--version-name", "v1", status=69)
    assert "409" in done.stderr and "already exist" in done.stderr


def test_nothing_is_sent_of_a_notebook_with_errors(call, server, tmp_path):
    broken = write_notebook(tmp_path / "broken.ipynb", "# %% block:a\nx = (1\n")
    call("upload", broken, "--host", server.url, status=1)
    call("run", broken, "--on", "kfp", "--host", server.url, status=1)
    assert server.requests == []


@pytest.mark.parametrize("path", ["", "/pipeline"])
@pytest.mark.parametrize("form", ["{0}", "{0}/", "{0}/apis/v2beta1", "{0}/#/pipelines"])
def test_forms_of_an_address(call, notebook, path, form):
    with KFPServer(path=path) as server:
        call("upload", notebook, "--host", form.format(server.url))
        call("upload", notebook, "--kfp_host", form.format(server.url).removeprefix("http://"))
        call("upload", notebook, KF_PIPELINES_ENDPOINT=form.format(server.url))
        assert len(server.versions) == 3


def test_no_server_is_known(call, notebook):
    done = call("upload", notebook, status=64)
    assert "--host" in done.stderr and "KF_PIPELINES_ENDPOINT" in done.stderr
    for address in ("ftp://x", "http://", "http://user:word@x", "a b"):
        assert "--host" in call("upload", notebook, "--host", address, status=64).stderr


# --- Runs


def test_a_run_is_started_and_shown_till_it_ends(call, server, notebook):
    done = call("run", notebook, "--on", "kfp", "--host", server.url, "--param", "count=5",
                "--experiment_name", "Sums", "--run-name", "first", "--service-account", "robot")
    (run,) = server.runs.values()
    (experiment,) = server.experiments.values()
    (version,) = server.versions.values()
    assert experiment["display_name"] == "Sums"
    assert run["display_name"] == "first" and run["service_account"] == "robot"
    assert run["runtime_config"] == {"parameters": {"count": 5}}
    assert run["pipeline_version_reference"] == {
        key: version[key] for key in ("pipeline_id", "pipeline_version_id")}
    assert f"{server.url}/#/runs/details/{run['run_id']}" in done.stdout
    assert "load: started" in done.stdout and "sum_up: succeeded" in done.stdout
    assert "Run succeeded in" in done.stdout and "2 succeeded" in done.stdout
    assert "driver" not in done.stdout
    call("run", notebook, "--on", "kfp", "--host", server.url, "--experiment_name", "Sums")
    assert len(server.experiments) == 1 and len(server.versions) == 2
    names = {r["display_name"] for r in server.runs.values()}
    assert len(names) == 2


def test_a_run_that_fails(call, server, notebook):
    server.stages, server.failing_task = ["RUNNING", "FAILED"], "sum-up"
    done = call("run", notebook, "--on", "kfp", "--host", server.url, status=1)
    assert "step sum_up failed: exit status 1\n" in done.stderr
    assert "Run failed" in done.stdout and "1 succeeded, 1 failed" in done.stdout


def test_a_run_that_someone_stops(call, server, notebook):
    server.stages = ["RUNNING", "CANCELING", "CANCELED"]
    done = call("run", notebook, "--on", "kfp", "--host", server.url, status=1)
    assert "Run canceled" in done.stdout and "2 cancelled" in done.stdout


def test_a_state_that_is_new_to_us(call, server, notebook):
    server.stages = ["RUNNING", "THINKING", "SUCCEEDED"]
    call("run", notebook, "--on", "kfp", "--host", server.url)


def test_starting_without_waiting_then_status_and_stop(call, server, notebook):
    server.stages = ["RUNNING"]
    started = call("run", notebook, "--on", "kfp", "--host", server.url, "--no-wait")
    (run,) = server.runs
    assert run in started.stdout and "kale status" in started.stdout
    status = call("status")
    assert "load" in status.stdout and "running" in status.stdout
    report = json.loads(call("status", run, "--host", server.url, "--format", "json").stdout)
    assert report["run_id"] == run and report["state"] == "RUNNING"
    assert [step["name"] for step in report["steps"]] == ["load", "sum_up"]
    stopped = call("stop")
    assert f"Run {run}: canceled." in stopped.stdout
    assert "POST /runs/*:terminate" in server.calls()
    assert "has ended before: canceled" in call("stop", run).stdout
    call("status", status=1)


def test_status_and_stop_without_a_run(call, server):
    for command in ("status", "stop"):
        assert "which run?" in call(command, "--host", server.url, status=64).stderr
        done = call(command, "7f8a5f6e-0000-4000-8000-000000000000", "--host", server.url, status=69)
        assert "404" in done.stderr


def test_options_that_do_not_go_together(call, server, notebook):
    assert "--on kfp" in call("run", notebook, "--host", server.url, status=64).stderr
    done = call("run", notebook, "--on", "kfp", "--host", server.url, "--shell", "load", status=64)
    assert "--shell" in done.stderr
    done = call("run", notebook, "--on", "kfp", "--host", server.url, "--param", "size=1", status=64)
    assert "no parameter size" in done.stderr
    assert server.requests == []


def test_no_cache_is_written_into_the_pipeline(call, server, notebook):
    for options in ((), ("--no-cache",)):
        call("run", notebook, "--on", "kfp", "--host", server.url, *options)
    cached, fresh = [
        [t["cachingOptions"] for t in v["pipeline_spec"]["root"]["dag"]["tasks"].values()]
        for v in server.versions.values()]
    assert cached == [{"enableCache": True}] * 2 and fresh == [{}] * 2


def test_the_form_of_tutorials(call, server, notebook):
    call("--nb", notebook, "--upload_pipeline", "--kfp_host", server.url)
    assert len(server.versions) == 1 and not server.runs
    call("--nb", notebook, "--run_pipeline", "--kfp_host", server.url, "--experiment_name", "E")
    assert len(server.versions) == 2 and len(server.runs) == 1


def test_the_user_leaves_a_run_that_goes_on(kale, server, notebook, tmp_path):
    server.stages = ["RUNNING"]
    process = subprocess.Popen(
        [kale.path, "run", notebook, "--on", "kfp", "--host", server.url], cwd=tmp_path,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment({}))
    wait_until(lambda: server.calls().count("GET /runs/*") > 1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130 and "The run goes on" in errors
    assert "POST /runs/*:terminate" not in server.calls()


def wait_until(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


# --- Credentials


@pytest.fixture
def locked():
    with KFPServer(token=TOKEN) as server:
        yield server


def test_the_ways_to_give_a_token(call, locked, notebook, tmp_path):
    (tmp_path / "token").write_text(TOKEN + "\n")
    call("upload", notebook, "--host", locked.url, KALE_KFP_TOKEN=TOKEN)
    call("upload", notebook, "--host", locked.url, "--token-file", "token")
    call("upload", notebook, "--host", locked.url, "--token-command", "cat token")
    assert len(locked.versions) == 3


def test_without_a_token(call, locked, notebook):
    done = call("upload", notebook, "--host", locked.url, status=69)
    assert "401 Unauthorized" in done.stderr and "--token-file" in done.stderr
    done = call("upload", notebook, "--host", locked.url, status=69, KALE_KFP_TOKEN="other")
    assert "no longer valid" in done.stderr and "other" not in done.stderr.replace("another", "")


def test_a_token_that_changes_while_the_run_goes_on(call, locked, notebook, tmp_path):
    token = tmp_path / "token"
    token.write_text(TOKEN)
    (tmp_path / "print-token").write_text("echo >> calls; cat token")
    locked.stages = ["RUNNING"] * 6 + ["SUCCEEDED"]

    def change():
        wait_until(lambda: locked.calls().count("GET /runs/*") > 2)
        with locked.lock:
            locked.token = "another-token"
            token.write_text("another-token")

    for options in (("--token-file", "token"), ("--token-command", "sh print-token")):
        thread = threading.Thread(target=change)
        thread.start()
        call("run", notebook, "--on", "kfp", "--host", locked.url, *options)
        thread.join()
        locked.token, locked.requests = TOKEN, []
        token.write_text(TOKEN)
    # Not once a request: only when the server refuses what was printed before.
    assert (tmp_path / "calls").read_text().count("\n") == 2


def test_tokens_that_can_not_be_had(call, locked, notebook, tmp_path):
    (tmp_path / "empty").write_text("\n")
    (tmp_path / "two").write_text("a\nb")
    for options, words in [
        (("--token-file", "missing"), "missing"), (("--token-file", "empty"), "empty"),
        (("--token-file", "two"), "more than a token"), (("--token-command", "exit 3"), "exit status 3"),
        (("--token-command", "true"), "must print a token"),
        (("--token-file", "two", "--token-command", "true"), "not both"),
    ]:  # fmt: skip
        done = call("upload", notebook, "--host", locked.url, *options, status=64)
        assert words in done.stderr
    assert "line break" in call("upload", notebook, "--host", locked.url, status=64,
                                KALE_KFP_TOKEN="a\nb").stderr
    assert locked.requests == []


def test_a_server_that_repeats_the_token(call, locked, notebook):
    locked.faults = [Fault("GET", status=403, body=f"who is Bearer {TOKEN}?")]
    done = call("upload", notebook, "--host", locked.url, status=69, KALE_KFP_TOKEN=TOKEN)
    assert "who is Bearer ***?" in done.stderr and "--namespace" in done.stderr


def test_a_cookie(call, server, notebook):
    call("upload", notebook, "--host", server.url, KALE_KFP_COOKIE="authservice_session=abc")
    assert {r.headers.get("cookie") for r in server.requests} == {"authservice_session=abc"}
    assert {r.headers.get("authorization") for r in server.requests} == {None}


def test_nothing_secret_is_written(call, locked, notebook, tmp_path):
    locked.stages = ["RUNNING"]
    call("run", notebook, "--on", "kfp", "--host", locked.url, "--no-wait", KALE_KFP_TOKEN=TOKEN)
    written = [p for p in tmp_path.rglob("*") if p.is_file() and TOKEN.encode() in p.read_bytes()]
    assert written == []


def test_the_token_of_the_pod_goes_to_its_cluster_only(call, locked, notebook, tmp_path):
    (tmp_path / "pod-token").write_text(TOKEN)
    call("upload", notebook, "--host", locked.url, status=69, KUBERNETES_SERVICE_HOST="10.0.0.1",
         KF_PIPELINES_SA_TOKEN_PATH=str(tmp_path / "pod-token"))
    assert all("authorization" not in r.headers for r in locked.requests)


# --- What goes wrong


def test_nobody_listens(call, server, notebook):
    server.stop()
    started = time.monotonic()
    done = call("upload", notebook, "--host", server.url, status=69)
    assert "can't be reached: connection refused" in done.stderr and "--host" in done.stderr
    assert "trying again" in done.stderr and time.monotonic() - started > 3
    done = call("upload", notebook, "--host", "http://kfp.invalid", status=69)
    assert "no host kfp.invalid" in done.stderr


@pytest.mark.parametrize("status, words", [
    (401, "Give a token"), (403, "may not do this"), (404, "address of KFP's API"),
    (413, "no larger upload"), (409, "already there"), (501, "501"),
])  # fmt: skip
def test_refusals_are_not_repeated(call, server, notebook, status, words):
    server.faults = [Fault("POST /pipelines/upload", status=status, body="already there", times=99)]
    done = call("upload", notebook, "--host", server.url, status=69)
    assert str(status) in done.stderr and words in done.stderr
    assert server.calls().count("POST /pipelines/upload") == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_passes_is_repeated(call, server, notebook, status):
    server.faults = [Fault("GET /pipelines", status=status, times=2),
                     Fault("POST /pipelines/upload", status=status, times=2)]
    call("upload", notebook, "--host", server.url)
    assert server.calls().count("POST /pipelines/upload") == 3 and len(server.versions) == 1


def test_a_server_that_stays_broken(call, server, notebook):
    server.faults = [Fault("GET /pipelines", status=503, body="no healthy upstream", times=99)]
    done = call("upload", notebook, "--host", server.url, status=69)
    assert "503 Service Unavailable: no healthy upstream" in done.stderr
    times = len([c for c in server.calls() if c == "GET /pipelines"])
    assert times == 5


def test_the_server_says_how_long_to_wait(call, server, notebook):
    server.faults = [Fault("GET /pipelines", status=429, headers={"Retry-After": "2"})]
    started = time.monotonic()
    call("upload", notebook, "--host", server.url)
    assert time.monotonic() - started > 2


@pytest.mark.parametrize("on", [
    "POST /pipelines/upload", "POST /pipelines/upload_version", "POST /experiments", "POST /runs",
])  # fmt: skip
@pytest.mark.parametrize("how", [{"drops": True}, {"status": 504}], ids=["dropped", "504"])
@pytest.mark.parametrize("first", [True, False], ids=["done", "not done"])
def test_a_lost_answer_makes_nothing_twice(call, server, notebook, on, how, first):
    if on.endswith("version"):
        call("upload", notebook, "--host", server.url)
    server.faults = [Fault(on, does_it_first=first, **how)]
    call("run", notebook, "--on", "kfp", "--host", server.url, "--no-wait")
    assert len(server.pipelines) == len(server.experiments) == len(server.runs) == 1
    assert len(server.versions) == (2 if on.endswith("version") else 1)
    assert server.faults[0].times == 0


def test_someone_else_is_faster(call, server, notebook):
    """The pipeline and the experiment appear between the question and the upload."""
    call("run", notebook, "--on", "kfp", "--host", server.url, "--no-wait")
    for on in ("GET /pipelines", "GET /experiments"):
        server.faults.append(Fault(on, status=200, body="{}"))
    call("run", notebook, "--on", "kfp", "--host", server.url, "--no-wait")
    assert len(server.pipelines) == len(server.experiments) == 1 and len(server.versions) == 2


def test_a_server_that_dies_in_the_middle_of_a_run(call, server, notebook):
    server.stages = ["RUNNING"] * 3 + ["SUCCEEDED"]

    def restart():
        wait_until(lambda: server.calls().count("GET /runs/*") > 1)
        server.stop()
        time.sleep(3)
        server.start()

    thread = threading.Thread(target=restart)
    thread.start()
    done = call("run", notebook, "--on", "kfp", "--host", server.url)
    thread.join()
    assert "trying again" in done.stderr and "Run succeeded" in done.stdout
    assert len(server.runs) == 1


def test_a_server_that_does_not_come_back(call, server, notebook):
    server.stages = ["RUNNING"]

    def end():
        wait_until(lambda: server.calls().count("GET /runs/*") > 1)
        server.stop()

    thread = threading.Thread(target=end)
    thread.start()
    done = call("run", notebook, "--on", "kfp", "--host", server.url, "--patience", "2", status=69)
    thread.join()
    (run,) = server.runs
    assert "can't be reached" in done.stderr
    assert f"The run may go on. Its state: kale status {run}" in done.stderr


def test_slow_answers(call, server, notebook):
    server.faults = [Fault("GET /pipelines", seconds=1.5)]
    call("upload", notebook, "--host", server.url)
    server.faults = [Fault("GET /pipelines", seconds=1.5, times=99)]
    done = call("upload", notebook, "--host", server.url, "--request-timeout", "1", status=69)
    assert "has not answered for 1 s" in done.stderr and "--request-timeout" in done.stderr


@pytest.mark.parametrize("fault, words", [
    (Fault("GET", status=302, headers={"Location": "https://login.invalid/dex?state=s3cret"}),
     "sends to https://login.invalid/dex\n"),
    (Fault("GET", status=200, body="<html>", headers={"Content-Type": "text/html"}), "a web page"),
    (Fault("GET", status=200, body="[1, 2"), "something else"),
    (Fault("GET", status=403, body="<html>x" * 999, headers={"Content-Type": "text/html"}), "403"),
    (Fault("GET", status=400, body="x" * 99999), "..."),
], ids=["login", "page", "no JSON", "page with 403", "long"])  # fmt: skip
def test_answers_that_are_none_of_kfp(call, server, notebook, fault, words):
    server.faults = [fault]
    done = call("upload", notebook, "--host", server.url, status=69)
    assert words in done.stderr and "s3cret" not in done.stderr and len(done.stderr) < 1000


# --- TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A file with a certificate for localhost that signs itself, and its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    start = datetime.datetime(2020, 1, 1)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(start).not_valid_after(start.replace(year=2049))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256()))  # fmt: skip
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    path.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                            serialization.NoEncryption()))  # fmt: skip
    return path


def test_an_authority_of_ones_own(call, certificate, notebook, tmp_path):
    with KFPServer(certificate=certificate) as server:
        done = call("upload", notebook, "--host", server.url, status=69)
        assert "certificate can't be verified" in done.stderr and "--ca-file" in done.stderr
        call("upload", notebook, "--host", server.url, "--ca-file", certificate)
        assert len(server.versions) == 1
        (tmp_path / "no.pem").write_text("nothing")
        for file in ("no.pem", "missing.pem"):
            done = call("upload", notebook, "--host", server.url, "--ca-file", file, status=64)
            assert file in done.stderr


def test_tls_where_there_is_none(call, server, notebook):
    done = call("upload", notebook, "--host", server.url.replace("http:", "https:"), status=69)
    assert "http://" in done.stderr


# --- The double itself


def test_the_sdk_gets_along_with_the_double(call, server, notebook, kale, tmp_path):
    """What the double does is what kfp.Client expects of a server."""
    from kfp.client import Client
    from kfp_server_api import ApiException

    call("upload", notebook, "--host", server.url)
    client = Client(host=server.url)
    identifier = client.get_pipeline_id("sums")
    assert client.get_pipeline(identifier).display_name == "sums"
    (version,) = client.list_pipeline_versions(identifier).pipeline_versions
    experiment = client.create_experiment("By the SDK")
    run = client.run_pipeline(
        experiment.experiment_id, "run", pipeline_id=identifier,
        version_id=version.pipeline_version_id, params={"count": 4})  # fmt: skip
    assert client.wait_for_run_completion(run.run_id, timeout=60, sleep_duration=0).state == "SUCCEEDED"
    assert "Run succeeded" in call("status", run.run_id, "--host", server.url).stdout
    client.terminate_run(run.run_id)
    package = tmp_path / "package.yaml"
    import yaml
    package.write_text(yaml.safe_dump(version.pipeline_spec))
    with pytest.raises(ApiException, match="409"):
        client.upload_pipeline(str(package), "sums")
    client.upload_pipeline_version(str(package), "by-the-sdk", pipeline_id=identifier)
    assert [v["name"] for v in server.versions.values()] == ["sums", "by-the-sdk"]


def test_the_double_refuses_what_the_server_would(server):
    import urllib.error
    import urllib.request

    for path, body in [
        ("/runs", {"display_name": 5}), ("/runs", {"name": "x"}), ("/experiments", {"title": "x"}),
        ("/pipelines?order=up", None), ("/nothing", None),
    ]:  # fmt: skip
        request = urllib.request.Request(
            f"{server.url}/apis/v2beta1{path}", headers={"Content-Type": "application/json"},
            data=None if body is None else json.dumps(body).encode())
        with pytest.raises(urllib.error.HTTPError) as refusal:
            urllib.request.urlopen(request)
        assert refusal.value.code in (400, 404)
