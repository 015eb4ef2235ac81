"""Takes the picture of the README from a report.

    python3 Examples/report/pictures.py report.html
"""

import os
import sys

from browser import Browser

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pictures")


def main():
    os.makedirs(FOLDER, exist_ok=True)
    browser = Browser()
    try:
        browser.open(sys.argv[1], 1180, 1330, "light")
        browser.picture(os.path.join(FOLDER, "report.png"), whole=False)
    finally:
        browser.close()


main()
