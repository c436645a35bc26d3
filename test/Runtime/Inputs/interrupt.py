"""interrupt.py TEXT COMMAND...: runs the command, presses Ctrl-C once its output
contains TEXT, passes the output on, and prints its exit code at the end."""
import signal
import subprocess
import sys

text, command = sys.argv[1], sys.argv[2:]
process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
sent = False
for line in process.stdout:
    sys.stdout.write(line)
    if not sent and text in line:
        process.send_signal(signal.SIGINT)
        sent = True
print("exit code", process.wait())
