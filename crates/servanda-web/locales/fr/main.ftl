# Mots à l'écran, français (Canada). Phrases simples, sans reproche.

## Le site
site-title = Les engagements doivent être tenus
site-lead = Servanda est un registre public de ce que des gouvernements ont convenu de faire ensemble : chaque engagement, qui le doit, pour quand, et le passage d’où il vient.
claim = Un registre dont toute altération est décelable et que chacun peut vérifier.
home = Accueil
about = À propos de ce registre
about-this-page = À propos de cette page
skip-to-content = Passer au contenu
language-choice = Langue
parts = Parties de ce registre
where-you-are = Où vous êtes
search = Recherche
search-button = Chercher
as-recorded-on = État du registre au
cite-as-label = Référence
cite-as = { $partnership } – registre Servanda. « { $title } ». { $address } (consulté le { $date }).
cite-as-site = Registre Servanda. « { $title } ». { $address } (consulté le { $date }).
permanent-address = Adresse permanente
more-forms = Cette page en
as-data = Données (JSON)
as-proof = Entrée au journal

## Accueil
registers-kept-here = Registres tenus ici
no-registers = Aucun registre n’est encore tenu ici. Chargez un jeu de données décrit avec « servanda load ».
what-this-is = Ce que c’est
what-read-title = Du document
what-read = Chaque fiche repose sur des passages de documents publiés. On peut lire le passage à sa place et aller de tout passage marqué à ce qui en a été consigné.
what-agree-title = En trois langues
what-agree = L’anglais, le français et l’espagnol figurent côte à côte. Aucune version n’est la traduction d’une autre, et toutes se lisent sur chaque page.
what-check-title = À la preuve
what-check = Tout est énoncé dans un journal signé auquel on ne fait qu’ajouter. Chacun peut le télécharger et vérifier que rien n’a été réécrit.
state-today = Le partenariat aujourd’hui
state-commitments = { $count ->
    [one] engagement
   *[other] engagements
}
state-caveat = Ces nombres comptent ce que les documents publiés disent avoir été entrepris. Ils ne disent pas ce qui a été tenu : aucune des parties n’a encore fait état ici de ses progrès.
by-body = Engagements par organe
last-recorded-on = Dernière inscription : { $date }.
last-recorded = Dernières inscriptions
recorded = { $act } : { $what }

## Statut
standing-documented = Documenté
standing-proposed = Proposé
standing-agreed = Convenu
standing-superseded = Remplacé
standing-concluded = Conclu
standing-retracted = Retiré
standing-meaning-documented = Tiré par le registraire d’un document publié. Les parties n’ont pas confirmé ces mots ici.
standing-meaning-proposed = Présenté par une partie; les autres n’y ont pas encore consenti.
standing-meaning-agreed = Convenu par toutes les parties, dans les mêmes mots, en chaque langue faisant foi.
standing-meaning-superseded = Remplacé par une version convenue plus récente.
standing-meaning-concluded = Terminé d’un commun accord des parties.
standing-meaning-retracted = Retiré par qui l’avait énoncé. Il reste visible, avec le motif.

## Sortes
kind-partnership = Partenariat
kind-party = Partie
kind-institution = Institution
kind-person = Personne
kind-post = Poste
kind-term = Mandat
kind-body = Organe
kind-instrument = Instrument
kind-section = Pilier ou thème
kind-meeting = Réunion
kind-commitment = Engagement
kind-recommendation = Recommandation
kind-observation = Observation
kind-participation = Participation
kind-engagement = Activité
kind-figure = Chiffre
kind-document = Document
kinds-partnership = Partenariats
kinds-party = Parties
kinds-institution = Institutions
kinds-person = Personnes et postes
kinds-post = Postes
kinds-term = Mandats
kinds-body = Organes
kinds-instrument = Instruments
kinds-section = Piliers et thèmes
kinds-meeting = Réunions
kinds-commitment = Engagements
kinds-recommendation = Recommandations
kinds-observation = Questions et déclarations
kinds-participation = Participants
kinds-engagement = Missions, déploiements et programmes
kinds-figure = Chiffres
kinds-document = Documents
kind-meaning-partnership = Ce sur quoi porte un registre : ses parties, ses instruments, ses organes.
kind-meaning-party = Un État qui peut s’engager lui-même. Toutes les parties sont égales.
kind-meaning-institution = Une organisation, avec ses noms dans chaque langue.
kind-meaning-person = Un être humain, avec aussi peu de données personnelles que l’exige la fiche.
kind-meaning-post = Un siège qui survit à son titulaire, comme une coprésidence.
kind-meaning-term = Une personne qui occupe un poste.
kind-meaning-body = Un comité, un groupe de travail, un dialogue ou un laboratoire.
kind-meaning-instrument = Un texte qu’adoptent les parties : cadre, protocole d’entente, plan d’action ou plan de travail.
kind-meaning-section = Une partie d’un instrument, sous laquelle figurent des engagements.
kind-meaning-meeting = Une séance du partenariat ou d’un organe.
kind-meaning-commitment = Une chose que les parties, ou l’une d’elles, entreprennent de faire.
kind-meaning-recommendation = Ce que quelqu’un demande à une partie ou à un organe de faire.
kind-meaning-observation = Ce que quelqu’un a demandé ou déclaré en son propre nom sur une question du partenariat.
kind-meaning-participation = La présence de quelqu’un à une réunion, à quel titre et pour quelle partie.
kind-meaning-engagement = Ce qui suit un appel ou un plan : déploiement, mission, cours ou programme.
kind-meaning-figure = Un nombre tiré d’un document, avec ce qu’il compte, quand, et le passage.
kind-meaning-document = Des octets tels que reçus, jamais modifiés. Le texte en est tiré.
intro-partnership = Les partenariats dont les registres sont tenus ici.
intro-party = Les parties au partenariat.
intro-institution = Les organisations qui y participent.
intro-person = Qui a occupé quel poste, d’après les documents. Un poste sans titulaire connu y figure aussi.
intro-post = Les sièges du partenariat et de ses organes.
intro-term = Qui a occupé quel poste.
intro-body = Les groupes de travail, dialogues et mécanismes du partenariat.
intro-instrument = Les textes que les parties ont adoptés, avec leurs piliers et leurs thèmes.
intro-section = Les parties d’instruments sous lesquelles figurent des engagements.
intro-meeting = Les réunions annuelles, tenues tour à tour par chaque pays, et les séances des groupes à leurs propres dates.
intro-commitment = Ce que les parties ont entrepris de faire, une chose à la fois, chacune avec le passage d’où elle vient.
intro-recommendation = Ce qui a été demandé aux parties et aux organes, et par qui.
intro-observation = Ce qui a été demandé et déclaré sur les questions du partenariat, et par qui.
intro-participation = Qui a pris part à quelle réunion.
intro-engagement = Les équipes envoyées, les missions, les cours et les programmes menés en vertu des instruments du partenariat.
intro-figure = Des nombres tirés des documents. Les groupes peuvent se recouper : rien n’est additionné ici.
intro-document = Les documents sur lesquels repose le registre, passages marqués.

## Nombres
count-commitments = { $count ->
    [one] { $shown } engagement
   *[other] { $shown } engagements
}
count-bodies = { $count ->
    [one] { $shown } organe
   *[other] { $shown } organes
}
count-meetings = { $count ->
    [one] { $shown } réunion
   *[other] { $shown } réunions
}
count-documents = { $count ->
    [one] { $shown } document
   *[other] { $shown } documents
}
count-instruments = { $count ->
    [one] { $shown } instrument
   *[other] { $shown } instruments
}
count-sections = { $count ->
    [one] { $shown } pilier ou thème
   *[other] { $shown } piliers et thèmes
}
count-people = { $count ->
    [one] { $shown } personne
   *[other] { $shown } personnes
}
count-posts = { $count ->
    [one] { $shown } poste
   *[other] { $shown } postes
}
count-terms = { $count ->
    [one] { $shown } mandat
   *[other] { $shown } mandats
}
count-institutions = { $count ->
    [one] { $shown } institution
   *[other] { $shown } institutions
}
count-parties = { $count ->
    [one] { $shown } partie
   *[other] { $shown } parties
}
count-partnerships = { $count ->
    [one] { $shown } partenariat
   *[other] { $shown } partenariats
}
count-recommendations = { $count ->
    [one] { $shown } recommandation
   *[other] { $shown } recommandations
}
count-observations = { $count ->
    [one] { $shown } observation
   *[other] { $shown } observations
}
count-participations = { $count ->
    [one] { $shown } participant
   *[other] { $shown } participants
}
count-engagements = { $count ->
    [one] { $shown } activité
   *[other] { $shown } activités
}
count-figures = { $count ->
    [one] { $shown } chiffre
   *[other] { $shown } chiffres
}
count-passages = { $count ->
    [one] { $shown } passage consigné
   *[other] { $shown } passages consignés
}

## Faits
fact-since = Depuis
fact-until = Jusqu’à
fact-from = À partir de
fact-parties = Parties
fact-party = Partie
fact-country-code = Code de pays
fact-part-of = Relève de
fact-post-role = Rôle
fact-seat-of = Siège de
fact-for-party = Pour
fact-person = Titulaire
fact-post = Poste
fact-institution = Institution
fact-documented-on = Attesté le
fact-body-form = Nature
fact-body-state = Activité
fact-instrument-form = Nature
fact-adopted = Adopté
fact-adopted-by = Adopté par
fact-period = Période
fact-made-under = Pris en vertu de
fact-instrument = Instrument
fact-number = Numéro
fact-date = Date
fact-place = Lieu
fact-host = Hôte
fact-mode = Mode
fact-series = Réunion de
fact-session-of = Séance de
fact-owed-by = Qui le doit
fact-due = Échéance
fact-made-on = Pris le
fact-made-in = Pris dans
fact-body = Organe
fact-section = Pilier ou thème
fact-lenses = Concerne
fact-by = Formulée par
fact-to = Adressée à
fact-value = Valeur
fact-when = Quand
fact-about = Au sujet de
fact-continues = Fait suite à
fact-course = Suite donnée
fact-answer-due = Réponse attendue d’ici
fact-response = Réponse
fact-observation-form = Nature
fact-participation-role = À titre de
fact-meeting = Réunion
fact-engagement-form = Nature
fact-sent-by = Envoi ou organisation
fact-received-by = Accueil
fact-organizers = Organisation
fact-answers = Répond à
fact-concerns = À mettre en place ou à renouveler
fact-part-of-figure = Compte une partie de
course-ongoing = se poursuit
course-suspended = suspendu
course-reactivated = repris
course-concluded = conclu
course-complete = achevé
response-accepted = acceptée
response-accepted-in-part = acceptée en partie
response-noted = notée
response-declined = refusée
observation-form-question = question
observation-form-testimony = témoignage
observation-form-statement = déclaration
observation-form-representation = démarche auprès des autorités
participation-role-co-chair = coprésidence
participation-role-head-of-delegation = direction de la délégation
participation-role-delegate = membre de la délégation
participation-role-youth-delegate = délégation de la jeunesse
participation-role-presenter = présentation
participation-role-participant = participation
engagement-form-deployment = déploiement
engagement-form-mission = mission
engagement-form-course = cours
engagement-form-event = activité ponctuelle
engagement-form-programme = programme
fact-language = Langue
fact-published-on = Publié le
fact-published-at = Publié à
fact-original = Original
fact-digest = SHA-256
fact-name = Nom
fact-entries = Entrées
fact-checkpoint = Point de contrôle et tuiles
fact-last-entry = Dernière entrée
fact-act = Acte
fact-record = Fiche
fact-account = Compte
fact-effect = Effet
fact-leaf = Empreinte de feuille
no-due-date = aucune date indiquée
due-by = échéance : { $date }
by-to = { $by }, à { $to }
documented-when = attesté : { $date }
no-known-holder = titulaire inconnu
erased = (effacé)
unknown-record = (absent de ce registre)

## Codes
body-form-working-group = Groupe de travail
body-form-dialogue = Dialogue
body-form-mechanism = Mécanisme
body-form-lab = Laboratoire
body-form-secretariat = Secrétariat
body-state-active = actif
body-state-dormant = en veille
body-state-planned = annoncé
body-state-concluded = terminé
instrument-form-framework = Cadre
instrument-form-action-plan = Plan d’action
instrument-form-memorandum = Protocole d’entente
instrument-form-work-plan = Plan de travail
instrument-form-operating-plan = Plan opérationnel
instrument-form-report = Rapport
section-form-pillar = Pilier
section-form-theme = Thème
mode-in-person = en personne
mode-virtual = virtuelle
mode-hybrid = hybride
post-role-national-co-chair = Coprésidence nationale
post-role-co-chair = Coprésidence
post-role-private-co-chair = Coprésidence pour le secteur privé
post-role-contact-point = Point de contact
post-role-head-of-delegation = Chef de délégation
post-role-delegate = Membre de la délégation
lens-gender = Égalité des genres
lens-indigenous = Peuples autochtones
lens-youth = Jeunesse
lens-inclusion = Inclusion et lutte contre le racisme
lens-climate = Climat et nature
language-en = anglais
language-fr = français
language-es = espagnol
voice-registrar = le registraire

## Listes
list-institutions = Institutions
list-commitments = Engagements
list-posts = Postes et titulaires
list-terms = Mandats
list-meetings = Réunions
list-addressed = Recommandations reçues
list-made = Recommandations formulées
list-parts = Composantes
list-sections = Piliers et thèmes
list-under = Instruments pris en vertu de celui-ci
list-sessions = Séances
list-figures = Chiffres
list-pillars = Piliers du Plan d’action
list-last-meetings = Dernières réunions
list-annual-meetings = Réunions annuelles
list-body-meetings = Séances des groupes et des mécanismes
list-resting = Ce qui repose sur ce document
list-carried-on = Poursuivi par
list-said = Ce qui a été demandé et déclaré à ce sujet
list-answers = Engagements qui y répondent
list-took-part = Qui y a pris part
list-concerning = Engagements à ce sujet
list-engagements = Missions, déploiements et programmes
list-outside-meetings = Tenues en dehors du partenariat
none-answers = Aucune réponse n’est consignée. Elle reste due par la partie ou l’organe à qui la demande s’adresse.
none-commitments = Aucun engagement n’est consigné ici.
none-meetings = Aucune réunion n’est consignée.
none-terms = Aucun titulaire n’est connu. Le poste reste à pourvoir.
none-recorded = Rien n’est encore consigné.

## Filtres et pages
filters = Filtres
filters-clear = Tout afficher
filters-nothing = Aucun engagement ne répond à tous ces filtres. Retirez-en un ou affichez tout.
filter-off = (retirer)
facet-body = Organe
facet-pillar = Pilier ou thème
facet-party = Partie qui le doit
facet-year = Année
facet-lens = Concerne
facet-due = Échéance
due-passed = passée
due-ahead = à venir
due-undated = aucune indiquée
facet-standing = Statut
pages = Pages
pages-end = Pages, à la fin
previous = Page précédente
next = Page suivante
page-of = Page { $page } de { $last }
newest = Entrées les plus récentes
older = Entrées plus anciennes

## Une fiche
in-other-languages = Dans les autres langues
languages-are-equal = Les versions linguistiques sont égales : aucune n’est la traduction d’une autre.
no-version-in-language = Il n’y a pas de version en français. Le texte figure ici dans les langues où il existe.
where-it-comes-from = D’où cela vient
no-sources = Aucun passage n’est indiqué pour cette fiche.
read-in-document = Lire dans le document
where-published = Où il a été publié
no-copy-of-document = Cette installation n’a pas de copie du document : seuls les premiers et les derniers mots sont affichés.
history = Historique
act-by = { $act } par { $voice }
entry-number = Entrée { $number }
agreed-by = Convenu par
agreed-by-one = { $voice } ({ $right }), le { $date }
by-right = { $role }, sans signature par clé d’accès
by-right-signed = { $role }, avec signature par clé d’accès
remark-dispute = { $voice } le voit autrement ({ $date }) : { $reason }
remark-diverge = { $voice } dit que les langues ne concordent pas ({ $date }) : { $reason }
retracted-because = Cet énoncé a été retiré. Motif : { $reason }
part-erased = { $what } : effacé par { $voice } le { $date }. Motif : { $because }. Toutes les preuves tiennent encore.

## Documents
reader-hint = Les passages marqués mènent à ce qui en a été consigné.
outline = Plan
download-original = Télécharger tel que reçu
no-copy-of-document-long = Cette installation n’a pas de copie du document; son texte ne peut donc pas être affiché. Ce qui en a été consigné figure ci-dessous; l’original est à l’adresse ci-dessus. Pour ajouter une copie, chargez de nouveau le jeu de données avec « --documents ».

## Journal
journal = Journal
journal-intro = Tout ce qui figure dans ce registre a été énoncé dans un journal : une suite signée d’entrées, à laquelle on ne fait qu’ajouter.
journal-what = Une entrée dit qui a énoncé quoi et quand, et engage sur les mots sans les contenir. Chaque entrée est une feuille d’un arbre de Merkle (RFC 6962); le point de contrôle est la racine signée de cet arbre, disposée en tuiles C2SP (tlog-tiles). Si une entrée était changée ou retirée, la racine ne concorderait plus.
journal-limits = Cela montre que rien n’a été réécrit depuis un point de contrôle que vous avez gardé. Cela ne montre pas que ce qui a été énoncé est vrai, et qui détient la clé pourrait montrer des journaux différents à des lecteurs différents tant que les points de contrôle ne sont pas comparés.
journal-one-keeper = Tous ces journaux sont tenus par cette installation, chacun avec sa propre clé. Qui l’exploite pourrait écrire au nom de chacun : demandez leurs points de contrôle aux deux parties, et gardez les vôtres.
journal-of-registrar = Journal du registraire
journal-of = Journal : { $voice }
journal-entries-intro = Entrées, de la plus récente à la plus ancienne, comptées à partir de 0. Chacune mène à ses octets et à la fiche qu’elle énonce.
checkpoint = Point de contrôle
how-to-check = Comment le vérifier
how-to-check-text = Sur la machine qui tient le registre, cette commande vérifie chaque entrée, chaque signature et chaque texte encore détenu, et que le journal commence par un point de contrôle que vous avez gardé (sans cela, omettez --since). Les autres peuvent télécharger le point de contrôle et les tuiles, et les vérifier avec tout client C2SP.
verifier-label = Clé qui vérifie la signature :
checkpoint-label = Dernier point de contrôle :
entry-intro = L’entrée telle qu’elle figure au journal. Elle contient des identifiants, des nombres et des empreintes, jamais de prose.
entry-proof = Preuve qu’elle est au journal
entry-proof-intro = Combinées l’une après l’autre avec l’empreinte de feuille ci-dessus (RFC 6962), ces empreintes donnent la racine des { $size } premières entrées, que signe le point de contrôle : { $root }
entry-bytes = L’entrée
act-state = Énoncé
act-retract = Retiré
act-erase = Effacé
act-propose = Proposé
act-accept = Accepté
act-seal = Scellé
act-withdraw = Proposition retirée
act-object = Objection
act-reveal = Rendu public
act-dispute = Contesté
act-diverge = Langues mises en doute
act-key = Clé d’accès nommée
act-revoke = Clé d’accès révoquée
act- = Non compris
effect-effective = en vigueur
effect-not-understood = sans effet : d’une version ultérieure du format
effect-malformed = sans effet : entrée mal formée
effect-stale = sans effet : ne part pas de l’énoncé en vigueur
effect-not-its-own = sans effet : la fiche relève d’une autre voix
effect-unknown = sans effet : la fiche ou le texte n’est pas connu
effect-unreadable = sans effet : ses faits ne peuvent être lus
effect-waiting = sans effet pour l’instant : ce à quoi il répond n’est pas connu ici ou est lui-même sans effet
effect-blocked = sans effet : un autre acte de la même partie sur cette version était en suspens
effect-late = sans effet : venu après le sceau
effect-mismatch = sans effet : ne porte pas sur les mots proposés
effect-not-party = sans effet : son auteur n’est pas partie au partenariat
effect-not-signed = sans effet : il n’est pas signé avec la clé d’accès de son compte

## Erreurs
not-found-title = Page introuvable
not-found-what = Il n’y a rien à cette adresse.
not-found-next = Vérifiez l’adresse. Si vous avez suivi un lien, la fiche se trouve peut-être dans un autre registre.
failed-title = Un problème est survenu
failed-what = La page n’a pas pu être produite. Rien n’a été perdu ni modifié.
failed-next = Réessayez dans un instant. Si le problème persiste, prévenez qui exploite cette installation.
only-read-title = Cette adresse ne sert qu’à lire
only-read-what = Rien ne peut être envoyé à cette adresse; elle ne fait qu’afficher une page.
only-read-next = Ouvrez plutôt l’adresse dans un navigateur.
error-search = Cherchez ce qu’il vous faut avec le champ ci-dessus.

## À propos
about-maxim = Pacta sunt servanda : les engagements doivent être tenus. Servanda est tenu pour que chacun puisse voir ce qui a été convenu, où cela a été dit, et ce qu’il en est advenu.
about-standing = Le statut d’une fiche
about-standing-text = Une fiche dit toujours comment elle est arrivée ici. Ce qui a été tiré d’un rapport n’est jamais présenté comme si deux parties en avaient convenu ici.
about-words = Les mots de ce registre
about-check = Comment le vérifier
about-check-text = Chaque énoncé est une entrée d’un journal signé auquel on ne fait qu’ajouter. La page du journal montre le dernier point de contrôle, la clé, et comment vérifier l’un et l’autre.
about-languages = Langues
about-data = Données
about-data-text = Chaque page a une jumelle pour les programmes : ajoutez « .json » à son adresse.

## Dates
date-between = { $first } – { $last }
date-from = à partir de : { $date }
date-until = au plus tard : { $date }
date-spring = printemps { $year }
date-summer = été { $year }
date-autumn = automne { $year }
date-winter = hiver { $year }
date-quarter = { $quarter ->
    [q1] premier
    [q2] deuxième
    [q3] troisième
   *[other] quatrième
} trimestre de { $year }
