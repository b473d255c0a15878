# Le registre sous d’autres formes : tableaux, fils, calendriers, et les adresses que les programmes interrogent.

## Formes d’une page
as-table = Tableau (CSV)
as-feed = Fil (Atom)
as-calendar = Calendrier (iCalendar)
for-programs = Données et programmes

## Fils
feed-everything = Tout ce qui est inscrit
feed-author = Registre : { $partnership }
feed-entry = { $act } : { $title }
change-state = Énoncé
change-change = Énoncé de nouveau
change-retract = Retiré
change-erase = Effacé en partie
filtered = { $list } : { $filters }

## Calendriers
calendar-due = Échéances – { $list }
calendar-due-event = Échéance : { $title }

## La page pour qui écrit des programmes
api-title = Données et programmes
api-lead = Tout ce registre peut être lu par des programmes, sans clé et sans permission. Les listes et les fiches ont d’autres formes, et quelques adresses répondent à des questions sur beaucoup de fiches à la fois.
api-endings = Autres formes d’une page
api-endings-text = Ajoutez l’une de ces fins à l’adresse d’une liste ou d’une fiche, avant un éventuel point d’interrogation. Les filtres suivent.
api-ending-data = Données : tous les faits de la page, les passages d’où ils viennent et ce qu’il faut pour les vérifier.
api-ending-table = Un tableau pour tableur : une fiche par ligne, les mêmes colonnes pour toutes les fiches d’un genre, au plus 50 000 lignes. Les suivantes sont à l’adresse de l’en-tête Link, ou avec page=2.
api-ending-feed = Un fil de ce qui a été inscrit, du plus récent au plus ancien : d’un partenariat, d’une liste avec ses filtres, ou d’une fiche et de tout ce qui s’y rapporte.
api-ending-calendar = Un calendrier des réunions, ou des échéances des engagements, que votre propre agenda peut suivre.
api-addresses = Adresses
api-addresses-text = Toutes sont décrites pour les programmes (OpenAPI 3.1) à :
api-does-describe = Cette description.
api-does-partnerships = Les partenariats dont le registre est tenu ici, et combien de fiches compte chacun.
api-does-commitments = Les engagements d’un partenariat, avec des filtres.
api-does-records = Les fiches d’un genre.
api-does-record = Une fiche, avec son historique et les éléments sur lesquels s’engage son entrée au journal.
api-does-changes = Ce qui a été inscrit, du plus récent au plus ancien.
api-fields = Ce qu’on peut ajouter à une question
api-fields-text = Tout autre ajout est refusé avec un message, pour qu’aucune faute de frappe ne passe inaperçue.
api-field-language = La langue des libellés, des adresses et des messages : en, fr ou es.
api-field-as-of = Un jour, par exemple 2026-03-01 : le registre tel qu’il était connu à la fin de cette journée. Ou des tailles de journaux, par exemple registrar:388 : leurs premières entrées.
api-field-on = Un jour, comme 2026-03-01 : ce qui valait ce jour-là.
api-field-limit = Combien de fiches ou d’inscriptions à la fois, de 1 à 200.
api-field-after = Où reprendre : prenez-le dans « next » de la réponse précédente.
api-field-body = L’identifiant d’un organe dont relève l’engagement.
api-field-pillar = L’identifiant du pilier ou du thème sous lequel il se trouve.
api-field-party = L’identifiant d’une partie qui le doit.
api-field-year = L’année où il a été pris, comme 2021.
api-field-due = Si son échéance est passée : passed (passée), ahead (à venir) ou undated (sans échéance).
api-field-state = Ce qu’il en est advenu : silent, open, carried-on, suspended, concluded, complete ou retracted.
api-field-lens = Ce qu’il concerne : gender (égalité des genres), indigenous (peuples autochtones), youth (jeunesse), inclusion ou climate (climat).
api-field-standing = Son statut : documented (documenté), proposed (proposé), agreed (convenu), superseded (remplacé), concluded (conclu) ou retracted (retiré).
api-field-partnership = Le nom d’un partenariat, comme dans l’adresse de ses pages.
api-field-collection = Le genre de fiches : l’une des collections.
api-field-id = L’identifiant d’une fiche : dix lettres et chiffres.
api-collections = Collections
api-ids = Identifiants
api-ids-text = Une fiche garde son identifiant et son adresse pour toujours, à travers tous les changements et même si elle est retirée. Les entrées des fils et les événements des calendriers gardent aussi les leurs.
api-paging = Beaucoup de fiches
api-paging-text = Une réponse donne au plus 200 fiches, dans l’ordre de leurs identifiants, et l’adresse de la suite sous « next ». Ce qui est inscrit entre-temps ne déplace rien : vous recevez chaque fiche une fois. Quand « next » est null, vous les avez toutes.
api-tags = Demander de nouveau
api-tags-text = Chaque réponse a un ETag. Renvoyez-le dans If-None-Match : tant que rien n’a changé, la réponse est le seul code 304. Chaque réponse dit jusqu’où elle va : « as-of » est le nombre d’entrées de chaque journal.
api-problems = Quand quelque chose ne va pas
api-problems-text = La réponse est alors un problème (RFC 9457) : un titre et, sous « detail », quoi faire. Le code 400 veut dire que la question ne se lit pas, 404 qu’il n’y a rien là, 405 que l’adresse ne sert qu’à lire, 500 que quelque chose s’est brisé ici.
api-proof = Vérifier
api-proof-text = Les journaux eux-mêmes sont publiés en fichiers statiques (C2SP tlog-tiles). Ce que dit une fiche peut être vérifié à leur lumière sans se fier à ces pages; la page du journal dit comment.
api-answers-200 = La réponse.
api-answers-304 = Ce que vous avez vaut toujours.
api-answers-400 = La question ne se lit pas; le détail dit quelle partie.
api-answers-404 = Il n’y a rien à cette adresse.
api-answers-405 = L’adresse ne sert qu’à lire.
api-answers-500 = Quelque chose s’est brisé; rien n’a été perdu ni modifié.
api-answers-tag = L’étiquette de cette réponse, pour If-None-Match.

## Problèmes
problem-not-found = Il n’y a rien à cette adresse
problem-not-found-next = Vérifiez le nom du partenariat, la collection et l’identifiant. La description à /api/v1/openapi.json nomme toutes les adresses.
problem-only-read = Cette adresse ne sert qu’à lire
problem-only-read-next = Demandez avec GET ou HEAD.
problem-unknown-field = La question a une partie qui n’est pas connue ici
problem-unknown-field-next = Retirez « { $name } », ou prenez l’un de ceux-ci : { $known }.
problem-unreadable = Une partie de la question ne se lit pas
problem-unreadable-next = Donnez « { $name } » une fois, comme ceci : { $about }
problem-failed = Un problème est survenu
