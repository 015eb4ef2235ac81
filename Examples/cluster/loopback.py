"""A Slurm of one node on the loopback interface, in a temporary folder: for trying job scripts where there is no cluster.

Needs root and Debian's slurm-wlm and munge. It leaves the machine's own configuration alone and listens on ports of its own.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

CONFIGURATION = """
ClusterName=loopback
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller}
SlurmdPort={node}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
# Credentials expire soon, so that a task that is requeued starts after seconds, not minutes.
AuthInfo=socket={folder}/munge/socket,cred_expire=5
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=2
MpiDefault=none
ReturnToService=2
MailProg=/bin/true
KillWait=2
NodeName=one NodeHostname={host} NodeAddr=127.0.0.1 CPUs={processors} State=UNKNOWN
PartitionName=all Nodes=one Default=YES MaxTime=INFINITE State=UP
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class LoopbackSlurm:
    """Used as `with LoopbackSlurm() as slurm: slurm.run("sinfo")`."""

    def __init__(self, processors=2):
        self.processors = processors
        self.daemons = []

    def __enter__(self):
        # A request to end must not leave daemons and jobs behind.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        self.folder = tempfile.mkdtemp(prefix="slurm-")
        os.chmod(self.folder, 0o755)
        try:
            self.start_munge()
            self.start_slurm()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        try:
            # What still runs would outlive the daemons.
            self.run("scancel", "--user", pwd.getpwuid(os.getuid()).pw_name)
            self.wait(lambda: not self.run("squeue", "--noheader"), "end of the jobs", 10)
        except (OSError, RuntimeError, subprocess.TimeoutExpired):
            pass  # It never came up, or hangs; the daemons are ended all the same.
        for daemon in reversed(self.daemons):
            daemon.terminate()
        for daemon in reversed(self.daemons):
            try:
                daemon.wait(10)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *command):
        """What a command of Slurm prints."""
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}: exit status {done.returncode}: {done.stderr.strip()}")
        return done.stdout.strip()

    @property
    def environment(self):
        return dict(os.environ, SLURM_CONF=os.path.join(self.folder, "slurm.conf"))

    def start_munge(self):
        place = os.path.join(self.folder, "munge")
        os.mkdir(place, 0o755)
        key = os.path.join(place, "key")
        with open(key, "wb") as file:
            file.write(os.urandom(128))
        os.chmod(key, 0o400)
        user = pwd.getpwnam("munge")
        for path in (place, key):
            os.chown(path, user.pw_uid, user.pw_gid)
        self.daemon(
            "munged", "--foreground", "--key-file", key, "--socket", f"{place}/socket", "--pid-file", f"{place}/pid",
            "--log-file", f"{place}/log", "--seed-file", f"{place}/seed", user=user)
        self.wait(lambda: os.path.exists(f"{place}/socket"), "munge")

    def start_slurm(self):
        for name in ("state", "spool"):
            os.mkdir(os.path.join(self.folder, name))
        with open(os.path.join(self.folder, "slurm.conf"), "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(
                host=socket.gethostname().split(".")[0], folder=self.folder, processors=self.processors,
                controller=free_port(), node=free_port()))
        self.daemon("slurmctld", "-D")
        self.daemon("slurmd", "-D", "-N", "one")
        self.wait(self.is_idle, "a node")

    def is_idle(self):
        try:
            return "idle" in self.run("sinfo", "--noheader", "--format=%T")
        except RuntimeError:
            return False

    def daemon(self, *command, user=None):
        log = open(os.path.join(self.folder, f"{command[0]}.out"), "w", encoding="utf-8")
        as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
        self.daemons.append(subprocess.Popen(
            command, env=self.environment, stdout=log, stderr=log, start_new_session=True, **as_user))

    def wait(self, is_there, what, seconds=30):
        end = time.monotonic() + seconds
        while not is_there():
            if time.monotonic() > end:
                logs = [os.path.join(self.folder, name) for name in os.listdir(self.folder) if name.endswith((".log", ".out"))]
                told = "\n".join(open(log, encoding="utf-8", errors="replace").read()[-2000:] for log in logs)
                raise RuntimeError(f"no {what} after {seconds} s\n{told}")
            time.sleep(0.1)
