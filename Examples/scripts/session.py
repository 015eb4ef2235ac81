"""A running `mainstay batch CASE --stdin`, to ask what-ifs one by one or many at a time."""

import json
import subprocess
import threading


class Session:
    """Used as `with Session("mainstay", "my-case") as session: session.ask([…edits…])`."""

    def __init__(self, program, case, *arguments):
        self.process = subprocess.Popen(
            [program, "batch", case, "--stdin", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.asked = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        if self.process.wait() != 0:
            raise RuntimeError(f"mainstay ended with status {self.process.returncode}")

    def ask(self, edits, **options):
        """The answer to one what-if; `plan=True` to have its plan."""
        return next(self.ask_all([edits], **options))

    def ask_all(self, many, **options):
        """The answers to many, in their order.

        Requests are written by another thread: a pipe that nobody reads from is full after 64 KiB, and both sides would wait for ever.
        """
        many = list(many)
        first = self.asked
        self.asked += len(many)

        def write():
            for number, edits in enumerate(many, first):
                self.process.stdin.write(json.dumps(
                    {"schema": "mainstay/request/1", "id": number, "edits": edits, "options": options}) + "\n")
            self.process.stdin.flush()

        writer = threading.Thread(target=write, daemon=True)
        writer.start()
        answers = {}
        for number in range(first, first + len(many)):
            # With several workers answers come as they are ready.
            while number not in answers:
                line = self.process.stdout.readline()
                if not line:
                    raise RuntimeError(f"mainstay ended with status {self.process.wait()}")
                answer = json.loads(line)
                if "error" in answer:
                    raise ValueError(answer["error"]["message"])
                answers[answer["id"]] = answer
            yield answers.pop(number)
        writer.join()
