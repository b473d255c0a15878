//! Everything at once: the home of a partnership, the matrix, the lenses, the figures.

use axum::http::StatusCode;
use expect_test::{Expect, expect};
use servanda_model::Language;
use servanda_testkit::TestOffice;

use crate::wells;

/// What was agreed on wells before and after, seen from 2 March 2026.
const AGREED: &str = r#"
[[body]]
key = "lab"
type = "lab"
state = "dormant"
name = { en = "Young Lab", fr = "Labo des jeunes", es = "Laboratorio juvenil" }
mandate = { en = "Asks.", fr = "Demande.", es = "Pregunta." }

[[instrument]]
key = "old-plan"
type = "action-plan"
date = "2021"
parties = ["party/north", "party/south"]
title = { en = "Plan of 2021", fr = "Plan de 2021", es = "Plan de 2021" }
summary = { en = "Two pillars.", fr = "Deux piliers.", es = "Dos pilares." }

[[instrument]]
key = "new-plan"
type = "action-plan"
date = "2025"
parties = ["party/north", "party/south"]
title = { en = "Plan of 2025", fr = "Plan de 2025", es = "Plan de 2025" }
summary = { en = "One pillar.", fr = "Un pilier.", es = "Un pilar." }

[[section]]
key = "water"
instrument = "instrument/old-plan"
number = 1
type = "pillar"
title = { en = "Water", fr = "Eau", es = "Agua" }

[[section]]
key = "roads"
instrument = "instrument/old-plan"
number = 2
type = "pillar"
title = { en = "Roads", fr = "Routes", es = "Caminos" }

[[section]]
key = "blue"
instrument = "instrument/new-plan"
number = 1
type = "pillar"
continues = ["section/water"]
title = { en = "Blue growth", fr = "Croissance bleue", es = "Crecimiento azul" }

[[commitment]]
key = "survey"
title = { en = "Survey the wells", fr = "Recenser les puits", es = "Censar los pozos" }
wording = { en = "South surveys.", fr = "Le Sud recense.", es = "El Sur censa." }
owed-by = ["party/south"]
made = "2022-05-01"
due = "2023"
section = "section/water"
lenses = ["gender", "climate"]

[[commitment]]
key = "pipes"
title = { en = "Lay pipes", fr = "Poser des tuyaux", es = "Tender tubos" }
wording = { en = "Both lay pipes.", fr = "Les deux posent.", es = "Ambos tienden." }
owed-by = ["party/north", "party/south"]
made = "2022-05-01"
due = "2024"
body = "body/drilling"

[[commitment]]
key = "more-pipes"
title = { en = "Lay more pipes", fr = "Poser plus de tuyaux", es = "Tender más tubos" }
wording = { en = "Both lay more.", fr = "Les deux en posent plus.", es = "Ambos tienden más." }
owed-by = ["party/north", "party/south"]
made = "2025-05-01"
body = "body/drilling"
section = "section/blue"
continues = ["commitment/pipes"]

[[commitment]]
key = "pumps"
title = { en = "Buy pumps", fr = "Acheter des pompes", es = "Comprar bombas" }
wording = { en = "North buys.", fr = "Le Nord achète.", es = "El Norte compra." }
owed-by = ["party/north"]
made = "2022-05-01"
due = "2022-09"
course = "concluded"

[[recommendation]]
key = "ask"
title = { en = "Hear young people", fr = "Écouter les jeunes", es = "Oír a los jóvenes" }
wording = { en = "Hear us.", fr = "Écoutez-nous.", es = "Óigannos." }
by = ["body/lab"]
to = ["body/drilling"]
made = "2024-02-01"
lenses = ["gender"]
"#;

/// Numbers that belong together, and some that do not.
const COUNTED: &str = r#"
[[meeting]]
key = "m1"
series = "body/drilling"
date = "2026-02-01"
title = { en = "First session", fr = "Première séance", es = "Primera sesión" }

[[meeting]]
key = "m2"
series = "body/drilling"
date = "2026-02-20"
title = { en = "Second session", fr = "Deuxième séance", es = "Segunda sesión" }

[[figure]]
key = "dry"
value = "1200"
unit = { en = "wells", fr = "puits", es = "pozos" }
title = { en = "Wells that fell dry", fr = "Puits à sec", es = "Pozos secos" }
when = "2012/2024"
about = "body/drilling"
source = [{ document = "minutes", begins = "Both sides will", ends = "spring 2027." }]

[[figure]]
key = "dry-north"
value = "300"
part-of = "figure/dry"
unit = { en = "wells", fr = "puits", es = "pozos" }
title = { en = "Of them in the North", fr = "Dont au Nord", es = "De ellos en el Norte" }
note = { en = "At least.", fr = "Au moins.", es = "Al menos." }
when = "2012/2024"
source = [{ document = "minutes", begins = "Both sides will", ends = "spring 2027." }]

[[figure]]
key = "dry-shallow"
value = "6"
part-of = "figure/dry-north"
unit = { en = "wells", fr = "puits", es = "pozos" }
title = { en = "Of these shallow", fr = "Dont peu profonds", es = "De estos poco profundos" }
when = "2012/2024"

[[figure]]
key = "came-1"
value = "55"
unit = { en = "participants", fr = "participants", es = "participantes" }
measure = "participants"
title = { en = "Who came first", fr = "Première présence", es = "Primera asistencia" }
when = "2026-02-01"
about = "meeting/m1"

[[figure]]
key = "came-2"
value = "80"
unit = { en = "people", fr = "personnes", es = "personas" }
measure = "participants"
title = { en = "Who came then", fr = "Présence suivante", es = "Asistencia siguiente" }
when = "2026-02-20"
about = "meeting/m2"

[[figure]]
key = "rank"
value = "5"
unit = { en = "rank", fr = "rang", es = "lugar" }
title = { en = "Rank among well diggers", fr = "Rang parmi les foreurs", es = "Lugar entre perforadores" }
note = { en = "No year is given.", fr = "Sans année.", es = "Sin año." }
when = "2024"
about = "party/south"
lenses = ["gender"]
"#;

fn office() -> TestOffice {
    let files = [("wells.toml", wells::WELLS), ("agreed.toml", AGREED), ("counted.toml", COUNTED)];
    TestOffice::with(&files, &[wells::copy()])
}

#[track_caller]
fn check(office: &TestOffice, path: &str, expected: &Expect) {
    expected.assert_eq(&office.read(path));
}

#[test]
fn the_home_says_how_many_what_became_of_them_and_what_is_due() {
    check(
        &office(),
        "/en/wells",
        &expect![[r#"
            - Home
            # Wells Partnership
            North and South
            Two parties drill wells.
            ## The partnership today
            - 5 commitments
            - 1 silent
            - 2 open
            - 1 carried on by a later one
            - 1 concluded
            A commitment is silent when its due date has passed and nothing has been recorded of it since: no document says that it was suspended or ended, and no later commitment carries it on. It may well have been kept.
            All of them are documented: taken from published documents, not yet confirmed here by the parties. The numbers count what published documents say was undertaken. They do not say what was kept: neither side has stated progress here yet.
            ## Due next
            Drill two wells
            due by spring 2027 open
            ## Last due
            Lay pipes
            due 2024 carried on
            Survey the wells
            due 2023 silent
            Buy pumps
            due September 2022 concluded
            ## Everything at once
            - At a glance Pillars and bodies, by state, party, concern or year; every number leads to its commitments.
            - Timeline What was agreed, held and due, year by year.
            - Cross-cutting concerns Gender equality, Indigenous Peoples, youth, inclusion, climate: who does what for whom.
            - Missions, deployments and programmes Missions, deployments, courses and programmes, and what their numbers come to.
            - Figures Numbers from the documents, with charts and the passages they come from.
            ## Commitments by body
            BodyCommitmentssilent
            Drilling Group | 3 | 0
            Young Lab dormant | 0 | 0
            ## Commitments by pillar
            PillarCommitmentssilent
            | Plan of 2025
            Blue growth | 1 | 0
            | Plan of 2021
            Water | 1 | 1
            Roads | 0 | 0
            ## When they were made
            2026 | 1 commitment
            2025 | 1 commitment
            2022 | 3 commitments
            ## Last meetings
            Second session
            February 20, 2026 Documented
            First session
            February 1, 2026 Documented
            ## Last recorded
            March 1, 2026 | Stated: 6 figures | Stated: 5 commitments | Stated: 3 pillars and themes | Stated: 2 bodies | Stated: 2 instruments | Stated: 2 meetings"#]],
    );
}

#[test]
fn the_home_says_it_in_french() {
    check(
        &office(),
        "/fr/wells",
        &expect![[r#"
            - Accueil
            # Partenariat des puits
            Nord et Sud
            Deux parties forent des puits.
            ## Le partenariat aujourd’hui
            - 5 engagements
            - 1 sans nouvelles
            - 2 en cours
            - 1 repris par un engagement ultérieur
            - 1 conclu
            Un engagement est sans nouvelles quand son échéance est passée et que rien n’a été consigné à son sujet depuis : aucun document ne dit qu’il a été suspendu ou qu’il a pris fin, et aucun engagement ultérieur ne le reprend. Il a fort bien pu être tenu.
            Tous sont documentés : tirés de documents publiés, et pas encore confirmés ici par les parties. Ces nombres comptent ce que les documents publiés disent avoir été entrepris. Ils ne disent pas ce qui a été tenu : aucune des parties n’a encore fait état ici de ses progrès.
            ## Prochaines échéances
            Forer deux puits
            échéance : au plus tard : printemps 2027 en cours
            ## Dernières échéances passées
            Poser des tuyaux
            échéance : 2024 repris par un autre
            Recenser les puits
            échéance : 2023 sans nouvelles
            Acheter des pompes
            échéance : septembre 2022 conclu
            ## Tout à la fois
            - En un coup d’œil Piliers et organes, par état, partie, enjeu ou année; chaque nombre mène à ses engagements.
            - Chronologie Ce qui a été convenu, tenu et attendu, année après année.
            - Enjeux transversaux Égalité des genres, peuples autochtones, jeunesse, inclusion, climat : qui fait quoi pour qui.
            - Missions, déploiements et programmes Les missions, déploiements, formations et programmes, et le total de leurs nombres.
            - Chiffres Les nombres des documents, avec des graphiques et les passages d’où ils viennent.
            ## Engagements par organe
            OrganeEngagementssans nouvelles
            Groupe du forage | 3 | 0
            Labo des jeunes en veille | 0 | 0
            ## Engagements par pilier
            PilierEngagementssans nouvelles
            | Plan de 2025
            Croissance bleue | 1 | 0
            | Plan de 2021
            Eau | 1 | 1
            Routes | 0 | 0
            ## Quand ils ont été pris
            2026 | 1 engagement
            2025 | 1 engagement
            2022 | 3 engagements
            ## Dernières réunions
            Deuxième séance
            20 février 2026 Documenté
            Première séance
            1er février 2026 Documenté
            ## Dernières inscriptions
            1er mars 2026 | Énoncé : 6 chiffres | Énoncé : 5 engagements | Énoncé : 3 piliers et thèmes | Énoncé : 2 organes | Énoncé : 2 instruments | Énoncé : 2 réunions"#]],
    );
}

#[test]
fn the_home_says_it_in_spanish() {
    check(
        &office(),
        "/es/wells",
        &expect![[r#"
            - Inicio
            # Alianza de los pozos
            Norte y Sur
            Dos partes perforan pozos.
            ## La asociación hoy
            - 5 compromisos
            - 1 sin noticias
            - 2 abiertos
            - 1 continuado por otro posterior
            - 1 concluido
            Un compromiso está sin noticias cuando su plazo venció y desde entonces no se ha registrado nada sobre él: ningún documento dice que se suspendió o terminó, y ningún compromiso posterior lo continúa. Es posible que se haya cumplido.
            Todos están documentados: se tomaron de documentos publicados y las partes aún no los han confirmado aquí. Estas cifras cuentan lo que los documentos publicados dicen que se asumió. No dicen qué se cumplió: ninguna de las partes ha informado aquí todavía de sus avances.
            ## Próximos plazos
            Perforar dos pozos
            plazo: a más tardar: primavera de 2027 abierto
            ## Últimos plazos vencidos
            Tender tubos
            plazo: 2024 continuado por otro
            Censar los pozos
            plazo: 2023 sin noticias
            Comprar bombas
            plazo: septiembre de 2022 concluido
            ## Todo a la vez
            - De un vistazo Pilares y órganos, por estado, parte, eje o año; cada número lleva a sus compromisos.
            - Cronología Lo acordado, lo celebrado y lo pendiente, año por año.
            - Ejes transversales Igualdad de género, pueblos indígenas, juventud, inclusión, clima: quién hace qué y para quién.
            - Misiones, despliegues y programas Las misiones, despliegues, cursos y programas, y lo que suman sus números.
            - Cifras Los números de los documentos, con gráficas y los pasajes de donde provienen.
            ## Compromisos por órgano
            ÓrganoCompromisossin noticias
            Grupo de perforación | 3 | 0
            Laboratorio juvenil inactivo | 0 | 0
            ## Compromisos por pilar
            PilarCompromisossin noticias
            | Plan de 2025
            Crecimiento azul | 1 | 0
            | Plan de 2021
            Agua | 1 | 1
            Caminos | 0 | 0
            ## Cuándo se asumieron
            2026 | 1 compromiso
            2025 | 1 compromiso
            2022 | 3 compromisos
            ## Últimas reuniones
            Segunda sesión
            20 de febrero de 2026 Documentado
            Primera sesión
            1 de febrero de 2026 Documentado
            ## Últimos asientos
            1 de marzo de 2026 | Declarado: 6 cifras | Declarado: 5 compromisos | Declarado: 3 pilares y temas | Declarado: 2 órganos | Declarado: 2 instrumentos | Declarado: 2 reuniones"#]],
    );
}

#[test]
fn silence_is_broken_by_a_later_commitment_and_comes_back_when_that_is_retracted() {
    let mut office = TestOffice::new();
    let before = AGREED.replace("continues = [\"commitment/pipes\"]\n", "");
    assert_ne!(before, AGREED);
    let files =
        |agreed: &str| [("wells.toml", wells::WELLS.to_owned()), ("a.toml", agreed.to_owned())];
    let load = |office: &mut TestOffice, agreed: &str| {
        let files = files(agreed);
        let files: Vec<(&str, &str)> =
            files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        office.load(&files, &[wells::copy()]).expect("the data set is whole");
    };
    let silent = |office: &TestOffice| {
        let list = office.get("/en/wells/commitments.json?state=silent").json();
        list["total"].as_u64()
    };
    load(&mut office, &before);
    assert_eq!(silent(&office), Some(2), "the survey and the pipes");
    load(&mut office, AGREED);
    assert_eq!(silent(&office), Some(1), "the pipes are carried on");
    load(&mut office, &before);
    assert_eq!(silent(&office), Some(2), "and not any more");
    load(&mut office, AGREED);
    let address = office.path_of("wells/commitments", "Lay more pipes");
    let id = address.rsplit('/').next().expect("an identifier");
    let id = servanda_model::RecordId::parse(id).expect("an identifier");
    let reason = [(Some(Language::English), "Stated by mistake.".to_owned())].into_iter().collect();
    office
        .act(|office, by| servanda_actions::retract(office, &id, &reason, by))
        .expect("it can be retracted");
    assert_eq!(silent(&office), Some(2), "what carries them on was taken back");
}

#[test]
fn silence_is_a_matter_of_the_day_that_was_chosen() {
    let office = office();
    let silent = |on: &str| {
        let list = office.get(&format!("/en/wells/commitments.json?state=silent&on={on}")).json();
        list["total"].as_u64()
    };
    assert_eq!(silent("2023-12-31"), Some(0), "the survey is not yet past due");
    assert_eq!(silent("2024-01-01"), Some(1), "now it is");
    assert_eq!(silent("2025-01-01"), Some(2), "the pipes too: what carries them on comes later");
    assert_eq!(silent("2025-06-01"), Some(1), "they are carried on");
    let home = office.read("/en/wells?on=2025-01-01");
    assert!(home.contains("- 2 silent"), "{home}");
    assert!(office.get("/en/wells/matrix?on=2025-01-01").html().contains("&#38;on=2025-01-01"));
}

#[test]
fn the_list_can_be_filtered_by_what_became_of_them() {
    let office = office();
    let list = office.read("/en/wells/commitments");
    assert!(list.contains("State\n- open 2\n- carried on 1\n- concluded 1\n- silent 1"), "{list}");
    let silent = office.read("/en/wells/commitments?state=silent");
    assert!(silent.contains("1 commitment\nSurvey the wells"), "{silent}");
    let open = office.read("/es/wells/commitments?state=open");
    assert!(open.contains("2 compromisos"), "{open}");
}

#[test]
fn the_matrix_counts_pillars_and_bodies_by_state() {
    check(
        &office(),
        "/en/wells/matrix",
        &expect![[r#"
            - Home
            - Wells Partnership
            - Commitments
            # At a glance
            Pillars and bodies with the number of their commitments. Every number leads to what it counts.
            Columns
            - State
            - Party that owes it
            - Concerns
            - Year made
            - Body
            A commitment is silent when its due date has passed and nothing has been recorded of it since: no document says that it was suspended or ended, and no later commitment carries it on. It may well have been kept.
            All of them are documented: taken from published documents, not yet confirmed here by the parties.
            ## Pillars and themes
            Pillar or themeAllsilentopencarried onconcluded
            Plan of 2025
            1. Blue growth | 1 | 0 | 1 | 0 | 0
            Plan of 2021
            1. Water | 1 | 1 | 0 | 0 | 0
            2. Roads | 0 | 0 | 0 | 0 | 0
            Not under a pillar or theme
            All that stand elsewhere | 3 | 0 | 1 | 1 | 1
            ## Bodies
            BodyAllsilentopencarried onconcluded
            Drilling Group | 3 | 0 | 2 | 1 | 0
            Young Lab | 0 | 0 | 0 | 0 | 0
            of no body | 2 | 1 | 0 | 0 | 1
            ## Where earlier pillars went
            Pillars and themes of an earlier text, and those of a later one that carry them on.
            Earlier pillar or themeCommitmentsCarried on by
            Water
            Plan of 2021 | 1 |
            - Blue growth 1 commitment
            Roads
            Plan of 2021 | 0 | no document says by which"#]],
    );
}

#[test]
fn every_number_of_the_matrix_leads_to_as_many_commitments() {
    let office = office();
    let site = office.site();
    let mut followed = 0;
    for by in ["state", "party", "lens", "year", "body"] {
        let html = site.get(&format!("/en/wells/matrix?by={by}")).html();
        for cell in html.split("<td class=\"amount\">").skip(1) {
            let Some((href, rest)) = cell.split_once("\" aria-label") else { continue };
            let Some(href) = href.strip_prefix("<a href=\"") else { continue };
            let number = rest.split(['<', '>']).nth(1).expect("a number");
            let address = href.replace("&#38;", "&").replacen("commitments", "commitments.json", 1);
            let total = site.get(&address).json()["total"].to_string();
            assert_eq!(total, number, "{by}: {href}");
            followed += 1;
        }
    }
    assert!(followed > 40, "{followed} numbers");
}

#[test]
fn the_matrix_by_body_is_pillars_and_bodies() {
    let page = office().read("/fr/wells/matrix?by=body");
    assert!(page.contains("Pilier ou thèmeTousGroupe du forage"), "{page}");
    assert!(!page.contains("## Organes"), "{page}");
}

#[test]
fn a_lens_shows_who_does_what_for_whom() {
    check(
        &office(),
        "/en/wells/lenses/gender",
        &expect![[r#"
            - Home
            - Wells Partnership
            - Commitments
            - Cross-cutting concerns
            # Gender equality
            Recorded here: 1 commitment, 1 recommendation and 1 figure.
            - Gender equality
            - Indigenous Peoples
            - Youth
            - Inclusion and anti-racism
            - Climate and nature
            Whoever keeps the register marks what a record concerns. A record may concern several.
            ## Who undertook it
            Who owes itCommitments
            South | 1
            ## In which bodies
            BodyCommitments
            of no body | 1
            ## Who recommends to whom
            Who asksWho is askedRecommendations
            Young Lab | Drilling Group | 1
            ## At which meetings
            No meeting is recorded at which it came up.
            ## Commitments
            Survey the wells
            South May 1, 2022 due 2023 Documented
            ## Recommendations
            Hear young people
            Young Lab, to Drilling Group February 1, 2024 unanswered Documented
            ## Questions and statements
            No question or statement is recorded under this concern.
            ## Missions, deployments and programmes
            No mission, deployment or programme is recorded under this concern.
            ## Figures
            Rank among well diggers
            5 rank 2024 Documented"#]],
    );
}

#[test]
fn an_empty_lens_says_so_in_three_languages() {
    let office = office();
    for (language, words) in [
        ("en", "Nothing is recorded under this concern yet."),
        ("fr", "Rien n’est encore consigné pour cet enjeu."),
        ("es", "Todavía no hay nada registrado en este eje."),
    ] {
        let page = office.read(&format!("/{language}/wells/lenses/youth"));
        assert!(page.contains(words), "{page}");
    }
}

#[test]
fn all_lenses_stand_together_and_records_lead_to_them() {
    let office = office();
    check(
        &office,
        "/es/wells/lenses",
        &expect![[r#"
            - Inicio
            - Alianza de los pozos
            - Compromisos
            # Ejes transversales
            Algunos compromisos conciernen a las mismas personas o a la misma cuestión en todos los ámbitos. Aquí están reunidos, más allá de los grupos y los planes.
            ## Lo registrado en cada uno
            Concierne aCompromisosRecomendacionesPreguntas y declaracionesMisiones, despliegues y programasCifras
            Igualdad de género | 1 | 1 | 0 | 0 | 1
            Pueblos indígenas | 0 | 0 | 0 | 0 | 0
            Juventud | 0 | 0 | 0 | 0 | 0
            Inclusión y lucha contra el racismo | 0 | 0 | 0 | 0 | 0
            Clima y naturaleza | 2 | 0 | 0 | 0 | 0
            Quien lleva el registro marca a qué concierne cada ficha. Una ficha puede atañer a varios ejes."#]],
    );
    let record = office.get(&office.path_of("wells/commitments", "Survey the wells")).html();
    assert!(record.contains("/en/wells/lenses/gender"), "a record leads to its lens");
}

#[test]
fn what_is_seen_at_a_glance_has_its_twin() {
    let office = office();
    let home = office.get("/en/wells.json").json();
    assert_eq!(home["commitments"]["states"]["silent"], 1);
    assert_eq!(home["commitments"]["due-last"][0]["state"], "carried-on");
    let matrix = office.get("/en/wells/matrix.json").json();
    assert_eq!(matrix["crosswalk"].as_array().map(Vec::len), Some(1));
    let lenses = office.get("/en/wells/lenses.json").json();
    assert_eq!(lenses["lenses"]["gender"]["commitments"], 1);
    let lens = office.get("/en/wells/lenses/gender.json").json();
    assert_eq!(lens["counts"]["recommendations"], 1);
    assert_eq!(lens["asked"].as_array().map(Vec::len), Some(1));
}

#[test]
fn figures_are_said_drawn_and_tabled_with_their_sources() {
    check(
        &office(),
        "/en/wells/figures",
        &expect![[r#"
            - Home
            - Wells Partnership
            # Figures
            Numbers taken from the documents. Groups can overlap: figures are never added up here.
            All figures as a table (CSV)
            ## 1,200 wells Wells that fell dry
            Parts may overlap. They are never added up.
            NumberWhat is countedShare of the wholeSource
            | 1,200 wellsWells that fell dry | | Minutes of 2026
            | 300 wellsOf them in the NorthAt least. | 300 of 1,200 (25%) | Minutes of 2026
            | 6 wellsOf these shallow | 6 of 300 (2%) |
            Wells that fell dryBar chart. Each bar begins at nought and shows one figure; an outline shows the figure that it counts a part of. The longest is 1,200 wells. 0 500 1,000 1,200 wellsWells that fell dry 300 of 1,200 (25%)Of them in the North 6 of 300 (2%)Of these shallow wells
            ## 2026: people, meeting by meeting
            Each number is what a document says of one meeting. Somebody may have been at several: they are never added up.
            NumberWhat is countedSource
            | 80 peopleWho came then |
            | 55 participantsWho came first |
            ## South
            5 rank Rank among well diggers
            No year is given.
            2024"#]],
    );
}

#[test]
fn a_part_is_drawn_in_its_whole_and_never_added() {
    let html = office().get("/fr/wells/figures").html();
    let (_, chart) = html.split_once("-title\">Puits à sec</title>").expect("a chart");
    let (chart, _) = chart.split_once("</svg>").expect("its end");
    assert!(chart.contains("Graphique à barres."), "it says what it is: {chart}");
    assert!(chart.contains("300 sur 1\u{a0}200 (25\u{a0}%)"), "its share in words: {chart}");
    assert!(chart.contains("class=\"bar\" y=\"7.4em\" width=\"25%\""), "its length: {chart}");
    assert!(chart.contains("6 sur 300 (2\u{a0}%)"), "the part of a part: {chart}");
    assert!(!html.contains("style="), "no inline style");
    assert!(!html.contains("1\u{a0}506"), "nothing is added up");
}

#[test]
fn the_page_of_a_figure_shows_its_whole_and_its_parts() {
    let office = office();
    for title in ["Wells that fell dry", "Of these shallow"] {
        let page = office.read(&office.path_of("wells/figures", title));
        assert!(page.contains("300 of 1,200 (25%)"), "{page}");
        assert!(page.contains("Parts may overlap."), "{page}");
    }
    let alone = office.get(&office.path_of("wells/figures", "Rank among")).html();
    assert!(!alone.contains("<svg"), "one number is no chart");
}

#[test]
fn without_figures_the_page_says_so_in_three_languages() {
    let office = wells::office();
    for (language, words) in [
        ("en", "No figure is recorded yet."),
        ("fr", "Aucun chiffre n’est encore consigné."),
        ("es", "Todavía no hay ninguna cifra registrada."),
    ] {
        let page = office.read(&format!("/{language}/wells/figures"));
        assert!(page.contains(words), "{page}");
    }
}

#[test]
fn there_is_no_glance_at_what_is_not_there() {
    let office = office();
    for path in ["none/matrix", "none/lenses", "none/lenses/gender", "wells/lenses/none"] {
        for twin in ["", ".json"] {
            let page = office.get(&format!("/en/{path}{twin}"));
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}{twin}");
        }
    }
}
