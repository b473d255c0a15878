"""Reads a corpus on as many machines as Spark has, with the same program that reads one document.

    spark-submit examples/spark/findings.py PROGRAM LIST OUT

LIST has the path of a document on each line; PROGRAM and the documents must be found under the same
paths on every machine. Each task of Spark starts the program once, writes its share of the paths to it,
and takes the lines of JSON that it writes. They go to the folder OUT; how many there are of each
kind is printed.
"""

import json
import sys

from pyspark.sql import SparkSession

# Paths that one start of the program is given: enough that starting it does not count.
PATHS_OF_TASK = 200


def main(program, paths, out):
    spark = SparkSession.builder.appName("findings").getOrCreate()
    lines = spark.sparkContext.textFile(paths)
    tasks = max(1, lines.count() // PATHS_OF_TASK, spark.sparkContext.defaultParallelism)
    # A document that cannot be read is a line like the others, so the end of the program is not an error.
    read = lines.repartition(tasks).pipe(f"{program} read --format ndjson --jobs 1 -").cache()
    read.saveAsTextFile(out)
    kinds = read.map(lambda line: (json.loads(line)["kind"], 1)).reduceByKey(lambda a, b: a + b)
    for kind, count in sorted(kinds.collect()):
        print(f"{kind}\t{count}")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
