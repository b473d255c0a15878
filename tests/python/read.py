"""Reads what the register gives out and tells it as JSON: a calendar, or a feed.

    read.py calendar < file.ics
    read.py feed < file.atom
"""

import json
import re
import sys
import xml.etree.ElementTree as ElementTree

import icalendar

ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 3339, as RFC 4287 asks for it.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def calendar(data):
    """The events of a calendar; what cannot be read is an error."""
    read = icalendar.Calendar.from_ical(data)
    errors = [str(error) for part in read.walk() for error in part.errors]
    events = [
        {
            "uid": str(event["UID"]),
            "stamp": event["DTSTAMP"].dt.isoformat(),
            "start": event["DTSTART"].dt.isoformat(),
            "end": event["DTEND"].dt.isoformat(),
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
            "location": str(event.get("LOCATION", "")),
            "url": str(event["URL"]),
        }
        for event in read.walk("VEVENT")
    ]
    return {"name": str(read["X-WR-CALNAME"]), "errors": errors, "events": events}


def feed(data):
    """The entries of a feed, and what RFC 4287 asks for and is not there."""
    root = ElementTree.fromstring(data)
    errors = [] if root.tag == ATOM + "feed" else [f"the root is {root.tag}"]

    def text(element, name):
        found = element.findall(ATOM + name)
        if len(found) != 1 or not (found[0].text or "").strip():
            errors.append(f"{len(found)} {name} in {element.tag}")
            return ""
        return found[0].text

    def links(element, rel):
        return [it.get("href") for it in element.findall(ATOM + "link") if it.get("rel") == rel]

    entries = []
    for entry in root.findall(ATOM + "entry"):
        told = {name: text(entry, name) for name in ("id", "title", "updated", "summary")}
        told["links"] = links(entry, "alternate")
        if len(told["links"]) != 1:
            errors.append(f"{told['id']} leads to {told['links']}")
        entries.append(told)
    told = {name: text(root, name) for name in ("id", "title", "updated")}
    moments = [told["updated"]] + [entry["updated"] for entry in entries]
    errors += [f"{moment} is no moment" for moment in moments if not MOMENT.fullmatch(moment)]
    names = [entry["id"] for entry in entries]
    errors += [f"{name} is there twice" for name in sorted({it for it in names if names.count(it) > 1})]
    if root.find(f"{ATOM}author/{ATOM}name") is None:
        errors.append("nobody keeps the feed")
    told["self"] = links(root, "self")
    return {**told, "errors": errors, "entries": entries}


if __name__ == "__main__":
    what = {"calendar": calendar, "feed": feed}[sys.argv[1]]
    json.dump(what(sys.stdin.buffer.read()), sys.stdout)
