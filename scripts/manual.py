"""Writes kale's manual page from what the tool tells of itself: scripts/manual.py KALE > docs/kale.1"""

import json
import re
import subprocess
import sys


def escaped(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def option_names(argument: dict) -> list[str]:
    """As they are typed; of two spellings with hyphen and underscore the one with hyphens."""
    names = []
    for name in argument.get("names", []):
        text = ("--" if name["kind"] == "long" else "-") + name["name"]
        if name["kind"] == "short" or "_" not in name["name"] or len(argument["names"]) == 1:
            names.append(text)
    return names


def heading(argument: dict) -> str:
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return f"\\fI{escaped(value)}\\fR"
    names = ", ".join(f"\\fB{escaped(name)}\\fR" for name in option_names(argument))
    return names if argument["kind"] == "flag" else f"{names} \\fI{escaped(value)}\\fR"


def usage(argument: dict) -> str:
    text = heading(argument).split(", ")[-1]
    if argument["isRepeating"]:
        text += " ..."
    return f"[{text}]" if argument["isOptional"] else text


def shown(command: dict) -> list[dict]:
    return [one for one in command.get("arguments", []) if one["shouldDisplay"]]


def paragraphs(text: str) -> str:
    """Lines with aligned columns stay as they are."""
    result = []
    for part in text.strip().split("\n\n"):
        if re.search(r"\S {2,}\S", part):
            result.append(".PP\n.nf\n" + escaped(part) + "\n.fi\n")
        else:
            result.append(".PP\n" + escaped(part) + "\n")
    return "".join(result)


def command_section(command: dict) -> str:
    text = f".SS \"kale {escaped(command['commandName'])}\"\n{escaped(command.get('abstract', ''))}\n"
    line = " ".join(usage(one) for one in shown(command) if one["kind"] == "positional")
    text += f".PP\n\\fBkale {escaped(command['commandName'])}\\fR {line} [\\fIoptions\\fR]\n"
    text += paragraphs(command["discussion"]) if command.get("discussion") else ""
    for argument in shown(command):
        if option_names(argument) in (["-h", "--help"], ["--version"]):
            continue
        text += f".TP\n{heading(argument)}\n{escaped(argument.get('abstract') or argument['valueName'])}\n"
        values = argument.get("allValues") or argument.get("allValueStrings")
        if values and argument["kind"] == "option":
            text += f"({escaped(', '.join(values))})\n"
    return text


def main() -> None:
    dump = subprocess.run([sys.argv[1], "--experimental-dump-help"], capture_output=True, check=True).stdout
    root = json.loads(dump)["command"]
    commands = [
        one for one in root["subcommands"] if one.get("shouldDisplay", True) and one["commandName"] != "help"
    ]
    text = ".TH KALE 1 \"\" \"kale\" \"User Commands\"\n"
    text += f".SH NAME\nkale \\- {escaped(root['abstract'][0].lower() + root['abstract'][1:].rstrip('.'))}\n"
    text += ".SH SYNOPSIS\n.nf\n\\fBkale\\fR \\fIcommand\\fR [\\fIarguments\\fR]\n"
    text += "\\fBkale \\-\\-nb\\fR \\fInotebook\\fR [\\fIoptions\\fR]\n.fi\n.SH DESCRIPTION\n"
    text += paragraphs(root["discussion"]).removeprefix(".PP\n")
    text += ".SH COMMANDS\n" + "".join(command_section(one) for one in commands)
    text += ".SH EXIT STATUS\n0 where all is well, 1 where the notebook has errors or a step has failed, 64 where the command can't\nwork as it was called, 70 where kale itself fails.\n"
    text += ".SH FILES\n.TP\n\\fIkale.toml\\fR, \\fIpyproject.toml\\fR\nDefaults for options.\n.TP\n\\fI.kale\\fR\nRuns and kept results.\n"
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
