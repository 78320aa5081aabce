"""Fills a folder of Gourmand's with the recipes StartBench gives Larder: gourmand-recipes.py FOLDER/recipes.db RECIPES.jsonl"""
import json
import sqlite3
import sys

database = sqlite3.connect(sys.argv[1])
for line in open(sys.argv[2], encoding="utf-8"):
    recipe = json.loads(line)
    row = database.execute(
        "insert into recipe (title, instructions, preptime, deleted) values (?, ?, ?, 0)",
        (recipe["name"], "\n".join(recipe["steps"]), recipe["prepMinutes"] * 60))
    database.executemany(
        "insert into ingredients (recipe_id, item, unit, amount, position, deleted) values (?, ?, 'g', ?, ?, 0)",
        [(row.lastrowid, i["text"].split(" ", 2)[2], float(i["text"].split()[0]), n)
         for n, i in enumerate(recipe["ingredients"])])
database.commit()
