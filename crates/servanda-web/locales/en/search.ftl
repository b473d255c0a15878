### The search page.

search-intro = Search commitments, meetings, people, documents and everything else, in all three languages.
search-for = Search: { $words }
search-found = { $count ->
    [0] Nothing found
    [one] { $shown } result
   *[other] { $shown } results
}
search-nothing = Try fewer or other words, a part of a word, or another spelling. Accents do not matter.
search-widened = Nothing holds all of these words, so these results hold some of them.
search-being-made = The search index is being made. Try again in a moment.
