### The search page.

search-intro = Search commitments, meetings, people, every passage of the documents and everything else, in all three languages.
search-for = Search: { $words }
search-found = { $count ->
    [0] Nothing found
    [one] { $shown } result
   *[other] { $shown } results
}
search-examples = Accents, capital letters and plurals do not matter. Words in quotation marks must stand together. For example:
search-example-one = wildfire
search-example-two = "action plan"
search-example-three = labour mobility
search-corrected = No record has exactly these words; showing close spellings: { $words }.
search-widened = Nothing holds all of these words, so these results hold some of them.
search-also = Also looked for, after your words: { $terms }.
search-being-made = The search index is being made. Try again in a moment.
search-nothing = Try fewer or other words, a part of a word, or another spelling. Words in English, French or Spanish are all looked for.
search-try-filters = Take off a filter:
search-without-filters = All filters
search-try-alone = Search for one word alone:
search-try-related = Search for a term of the field:

## Filters and order
search-filters-on = Filters that are on
search-filter = { $facet }: { $value }
search-facet-kind = Kind
search-facet-body = Body
search-facet-pillar = Pillar or theme
search-facet-party = Party
search-facet-year = Year
search-facet-lens = Concerns
search-facet-standing = Standing
search-facet-language = Language of the text
search-sort = Order
search-sort-relevance = Best match first
search-sort-date = Newest first
kind-passage = Passage of a document
kinds-passage = Passages of documents
search-another-day = This register is too large to be searched as it was at the time you chose. The search looks in today’s: what was not recorded then is left out of the results; the counts are today’s.
