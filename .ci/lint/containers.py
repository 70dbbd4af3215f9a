"""Lints what runs Hexdesk in containers: style, schemas, and what each of these files has to have so that it runs well.

`./dev lint` runs this, from the project's folder.
"""

import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import yaml

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parent.parent
COMPOSE = HOME / "setup" / "containers" / "compose.yaml"
MANIFESTS = sorted((HOME / "setup" / "kubernetes").glob("*.yaml"))
# The oldest Kubernetes that is still looked after, and the newest.
KUBERNETES = ["1.34.0", "1.37.0"]
NAME = "app.kubernetes.io/name"
STRICT = {"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]}}


class Faults:
    def __init__(self):
        self.found = []

    def unless(self, what, words):
        if not what:
            self.found.append(words)


def run(*words):
    subprocess.run([pathlib.Path(sys.executable).with_name(words[0]), *words[1:]], check=True, cwd=HOME)


def version():
    project = ElementTree.parse(HOME / "pom.xml").getroot()
    return project.findtext("{http://maven.apache.org/POM/4.0.0}version").removesuffix("-SNAPSHOT")


def judge_pod(name, template, faults):
    pod = template["spec"]
    faults.unless(pod.get("enableServiceLinks") is False, f"{name}: enableServiceLinks has to be false")
    faults.unless(pod.get("automountServiceAccountToken") is False, f"{name}: it needs no token of the cluster's")
    faults.unless(pod.get("securityContext", {}).get("runAsNonRoot") is True, f"{name}: may run as root")
    faults.unless(pod.get("securityContext", {}).get("seccompProfile", {}).get("type") == "RuntimeDefault",
                  f"{name}: no seccomp profile")
    writable = {each["name"] for each in pod["volumes"] if "emptyDir" in each}
    for container in pod["containers"]:
        where = f"{name}, container {container['name']}"
        context = container.get("securityContext", {})
        faults.unless(context == STRICT, f"{where}: securityContext is not {STRICT}")
        faults.unless("memory" in container.get("resources", {}).get("limits", {}), f"{where}: no limit of memory")
        faults.unless("cpu" in container.get("resources", {}).get("requests", {}), f"{where}: no request of cpu")
        mounted = {each["mountPath"] for each in container["volumeMounts"] if each["name"] in writable}
        faults.unless(mounted == {"/var/lib/hexdesk", "/tmp"}, f"{where}: can write to {mounted}")


def judge_manifests(documents, faults):
    by_kind = {document["kind"]: document for document in documents}
    deployment = by_kind["Deployment"]["spec"]
    labels = deployment["template"]["metadata"]["labels"]
    judge_pod("Deployment", deployment["template"], faults)
    judge_pod("Job", by_kind["Job"]["spec"]["template"], faults)
    container = deployment["template"]["spec"]["containers"][0]
    for probe, path in [("startupProbe", "/live"), ("readinessProbe", "/ready"), ("livenessProbe", "/live")]:
        faults.unless(container.get(probe, {}).get("httpGet") == {"path": path, "port": "admin"},
                      f"Deployment: {probe} has to ask {path}")
    config = yaml.safe_load(by_kind["ConfigMap"]["data"]["config.yml"])
    faults.unless(config.get("shutdown", {}).get("delay", "0s") != "0s", "ConfigMap: requests are sent to what has stopped")
    for kind, selector in [("Deployment", deployment["selector"]["matchLabels"]),
                           ("Service", by_kind["Service"]["spec"]["selector"]),
                           ("PodDisruptionBudget", by_kind["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"]),
                           ("NetworkPolicy", by_kind["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"])]:
        faults.unless(selector and selector.items() <= labels.items(), f"{kind}: selects none of the Deployment's pods")
    ports = {port["name"] for port in container["ports"]}
    faults.unless(all(port["targetPort"] in ports for port in by_kind["Service"]["spec"]["ports"]),
                  "Service: leads to a port that there is not")
    faults.unless(by_kind["Job"]["metadata"]["labels"][NAME] != labels[NAME],
                  "Job: the Service would lead to its pod")
    listed = set(by_kind["Kustomization"]["resources"])
    for file in MANIFESTS:
        faults.unless(file.name in listed or file.name in ("kustomization.yaml", "setup.yaml"),
                      f"kustomization.yaml does not name {file.name}")


def judge_compose(compose, faults):
    hexdesk = compose["services"]["hexdesk"]
    faults.unless(hexdesk.get("read_only") is True, "compose.yaml: the root can be written")
    faults.unless(hexdesk.get("cap_drop") == ["ALL"], "compose.yaml: it keeps capabilities")
    faults.unless("no-new-privileges:true" in hexdesk.get("security_opt", []), "compose.yaml: it may gain rights")
    faults.unless(any(re.match("/tmp:.*\\bexec\\b", each) for each in hexdesk.get("tmpfs", [])),
                  "compose.yaml: nothing can be run from /tmp, as an engine has it by default")
    faults.unless(all(port.startswith("127.0.0.1:") for port in hexdesk["ports"]), "compose.yaml: the port is open to all")
    faults.unless(hexdesk.get("depends_on", {}).get("postgres", {}).get("condition") == "service_healthy",
                  "compose.yaml: it starts before the database")
    for name, value in hexdesk["environment"].items():
        faults.unless(not name.endswith(("SECRET", "PASSWORD")) or value.startswith("${"),
                      f"compose.yaml: {name} stands in the file")


def judge_words(faults):
    """Of the variables none but those that there are, and of versions the present one."""
    known = set(re.findall(r"HEXDESK_[A-Z_]+", (HOME / "config.yml.template").read_text(encoding="utf-8")))
    known |= {"HEXDESK_IMAGE"}
    for file in [COMPOSE, *MANIFESTS]:
        text = file.read_text(encoding="utf-8")
        unknown = set(re.findall(r"HEXDESK_[A-Z_]+", text)) - known
        faults.unless(not unknown, f"{file.name}: there are no variables {unknown}")
        for found in re.findall(r"(?:hexdesk:|newTag: )(\d[\w.-]*)", text):
            faults.unless(found == version(), f"{file.name}: has the version {found}, pom.xml has {version()}")


def main():
    run("yamllint", "--strict", "--config-file", HERE / "yamllint.yaml", "setup/containers", "setup/kubernetes")
    run("check-jsonschema", "--builtin-schema", "vendor.compose-spec", COMPOSE)
    documents = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in MANIFESTS]
    files = [file for file, document in zip(MANIFESTS, documents) if document["kind"] != "Kustomization"]
    for each in KUBERNETES:
        run("kubernetes-validate", "--strict", "--quiet", "--kubernetes-version", each, *files)
    faults = Faults()
    judge_manifests(documents, faults)
    judge_compose(yaml.safe_load(COMPOSE.read_text(encoding="utf-8")), faults)
    judge_words(faults)
    for fault in faults.found:
        print(fault, file=sys.stderr)
    if faults.found:
        sys.exit(1)
    print("setup/containers and setup/kubernetes are in order")


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as problem:
        sys.exit(problem.returncode)
