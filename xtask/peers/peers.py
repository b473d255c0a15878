"""Reads a folder with a peer, on one core, and says how long that took: peers.py PEER FOLDER."""

import json
import pathlib
import sys
import time


def trafilatura(texts):
    """The main content of web pages."""
    from trafilatura import extract

    return sum(1 for text in texts if extract(text)), "trafilatura: main content"


def spacy(texts):
    """Sentences, and those of them that hold a cue of an undertaking.

    The blank pipeline: tokens and sentences by rule. Pipelines with a model do more, and take longer.
    """
    import spacy as library
    from spacy.matcher import Matcher

    language = library.blank("en")
    language.add_pipe("sentencizer")
    language.max_length = 10_000_000
    matcher = Matcher(language.vocab)
    cues = ["will", "shall", "agreed", "committed", "acordaron", "comprometió", "engage", "convenu"]
    matcher.add("cue", [[{"LOWER": cue}] for cue in cues])
    found = 0
    for document in language.pipe(texts):
        starts = [document[start].sent.start for _, start, _ in matcher(document)]
        found += len(set(starts))
    return found, "spaCy, blank pipeline: sentences with a cue"


def main():
    peer, folder = sys.argv[1:]
    texts = [path.read_text() for path in sorted(pathlib.Path(folder).iterdir())]
    work = {"trafilatura": trafilatura, "spacy": spacy}[peer]
    work(texts[:3])
    started = time.perf_counter()
    found, what = work(texts)
    seconds = time.perf_counter() - started
    print(json.dumps({"what": what, "found": found, "seconds": seconds}))


main()
