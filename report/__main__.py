"""`python -m report` is the command `report`."""

import signal

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the command has its own way with it, there is nothing to say

from report.starting import main

if __name__ == "__main__":
    main()
