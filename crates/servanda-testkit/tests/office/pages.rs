//! What the pages say.

use axum::http::StatusCode;
use expect_test::{Expect, expect};
use servanda_store::{Hash, part_commitment};
use servanda_testkit::TestOffice;

use crate::wells;

#[track_caller]
fn check(office: &TestOffice, path: &str, expected: &Expect) {
    expected.assert_eq(&office.read(path));
}

#[test]
fn a_commitment_says_what_who_when_and_where_it_comes_from_in_english() {
    let office = wells::office();
    let path = office.path_of("wells/commitments", "Drill two wells");
    check(
        &office,
        &path,
        &expect![[r#"
            - Home
            - Wells Partnership
            - Commitments
            Commitment Documented
            # Drill two wells
            Taken from a published document by whoever keeps the register. The parties have not confirmed these words here.
            North and South drill two wells by spring 2027.
            In the other languages
            French
            Le Nord et le Sud forent deux puits d’ici le printemps 2027.
            Spanish
            El Norte y el Sur perforan dos pozos a más tardar en la primavera de 2027.
            The language versions are equal: none is a translation of another.
            Who owes it | North | South
            Due | by spring 2027
            Made on | February 1, 2026
            Body | Drilling Group
            Concerns | Climate and nature
            ## Where it comes from
            [Both sides will drill two wells by spring 2027.] They thanked the hosts.
            Minutes of 2026
            Read it in the document
            ## History
            - March 1, 2026
            Stated by the registrar
            Entry 8
            What changed, word for word
            For the parties: propose other words"#]],
    );
}

#[test]
fn a_commitment_says_what_who_when_and_where_it_comes_from_in_french() {
    let office = wells::office();
    let path = office.path_of("wells/commitments", "Drill two wells");
    check(
        &office,
        &path.replace("/en/", "/fr/"),
        &expect![[r#"
            - Accueil
            - Partenariat des puits
            - Engagements
            Engagement Documenté
            # Forer deux puits
            Tiré par le registraire d’un document publié. Les parties n’ont pas confirmé ces mots ici.
            Le Nord et le Sud forent deux puits d’ici le printemps 2027.
            Dans les autres langues
            anglais
            North and South drill two wells by spring 2027.
            espagnol
            El Norte y el Sur perforan dos pozos a más tardar en la primavera de 2027.
            Les versions linguistiques sont égales : aucune n’est la traduction d’une autre.
            Qui le doit | Nord | Sud
            Échéance | au plus tard : printemps 2027
            Pris le | 1er février 2026
            Organe | Groupe du forage
            Concerne | Climat et nature
            ## D’où cela vient
            [Both sides will drill two wells by spring 2027.] They thanked the hosts.
            Compte rendu de 2026
            Lire dans le document
            ## Historique
            - 1er mars 2026
            Énoncé par le registraire
            Entrée 8
            Ce qui a changé, mot à mot
            Pour les parties : proposer d’autres mots"#]],
    );
}

#[test]
fn a_commitment_says_what_who_when_and_where_it_comes_from_in_spanish() {
    let office = wells::office();
    let path = office.path_of("wells/commitments", "Drill two wells");
    check(
        &office,
        &path.replace("/en/", "/es/"),
        &expect![[r#"
            - Inicio
            - Alianza de los pozos
            - Compromisos
            Compromiso Documentado
            # Perforar dos pozos
            Tomado de un documento publicado por quien lleva el registro. Las partes no han confirmado aquí estas palabras.
            El Norte y el Sur perforan dos pozos a más tardar en la primavera de 2027.
            En los otros idiomas
            inglés
            North and South drill two wells by spring 2027.
            francés
            Le Nord et le Sud forent deux puits d’ici le printemps 2027.
            Las versiones lingüísticas son iguales: ninguna es traducción de otra.
            Quién lo debe | Norte | Sur
            Plazo | a más tardar: primavera de 2027
            Asumido el | 1 de febrero de 2026
            Órgano | Grupo de perforación
            Concierne a | Clima y naturaleza
            ## De dónde proviene
            [Both sides will drill two wells by spring 2027.] They thanked the hosts.
            Minuta de 2026
            Leerlo en el documento
            ## Historial
            - 1 de marzo de 2026
            Declarado por quien lleva el registro
            Asiento 8
            Lo que cambió, palabra por palabra
            Para las partes: proponer otras palabras"#]],
    );
}

#[test]
fn without_a_copy_the_first_and_last_words_are_shown() {
    let office = TestOffice::with(&[("wells.toml", wells::WELLS)], &[]);
    let page = office.read(&office.path_of("wells/commitments", "Drill two wells"));
    assert!(page.contains("[Both sides will … spring 2027.]"), "{page}");
    assert!(page.contains("holds no copy of the document"), "{page}");
    let document = office.read(&office.path_of("wells/documents", "Minutes of 2026"));
    assert!(document.contains("What rests on this document"), "{document}");
    assert!(document.contains("Drill two wells"), "{document}");
}

#[test]
fn a_mark_in_the_document_leads_to_its_record_and_back() {
    let office = wells::office();
    let commitment = office.path_of("wells/commitments", "Drill two wells");
    let document = office.path_of("wells/documents", "Minutes of 2026");
    check(
        &office,
        &document,
        &expect![[r#"
        - Home
        - Wells Partnership
        - Documents
        Document Documented
        # Minutes of 2026
        Language | English
        Original | Download as received
        SHA-256 | d793388ef3f8e1cd4c33ae316727c3d1c23a07b4a907a215bb4d5ed910493936
        Marked passages lead to what was recorded from them.
        Outline
        - Minutes
        Minutes
        [Both sides will drill two wells by spring 2027.] They thanked the hosts.
        - Commitment Drill two wells
        [Ana Ruiz chaired the meeting.]
        - Term Director"#]],
    );
    let id = commitment.rsplit('/').next().expect("an identifier");
    let html = office.get(&document).html();
    assert!(html.contains(&format!("id=\"{id}-1\"")), "the mark has an anchor");
    assert!(html.contains(&format!("<mark><a href=\"{commitment}\">Both sides will drill")));
    assert!(office.get(&commitment).html().contains(&format!("{document}#{id}-1")));
}

#[test]
fn the_home_page_counts_what_is_recorded() {
    check(
        &wells::office(),
        "/en/wells",
        &expect![[r#"
            - Home
            # Wells Partnership
            North and South
            Two parties drill wells.
            ## The partnership today
            - 1 commitment
            - 0 silent
            - 1 open
            A commitment is silent when its due date has passed and nothing has been recorded of it since: no document says that it was suspended or ended, and no later commitment carries it on. It may well have been kept.
            All of them are documented: taken from published documents, not yet confirmed here by the parties. The numbers count what published documents say was undertaken. They do not say what was kept: neither side has stated progress here yet.
            ## Due next
            Drill two wells
            due by spring 2027 open
            ## Last due
            No due date has passed yet.
            ## Everything at once
            - At a glance Pillars and bodies, by state, party, concern or year; every number leads to its commitments.
            - Timeline What was agreed, held and due, year by year.
            - Cross-cutting concerns Gender equality, Indigenous Peoples, youth, inclusion, climate: who does what for whom.
            - Missions, deployments and programmes Missions, deployments, courses and programmes, and what their numbers come to.
            - Figures Numbers from the documents, with charts and the passages they come from.
            ## Commitments by body
            BodyCommitmentssilent
            Drilling Group | 1 | 0
            ## Commitments by pillar
            No pillar is recorded.
            ## When they were made
            2026 | 1 commitment
            ## Last meetings
            No meetings are recorded.
            ## Last recorded
            March 1, 2026 | Stated: 2 parties | Stated: 1 body | Stated: 1 commitment | Stated: 1 document | Stated: 1 partnership | Stated: 1 person"#]],
    );
}

#[test]
fn an_empty_office_says_what_to_do() {
    let office = TestOffice::new();
    assert!(office.read("/en").contains("No register is kept here yet"));
    assert!(office.read("/fr").contains("Aucun registre n’est encore tenu ici"));
    assert!(office.read("/es").contains("todavía no se lleva ningún registro"));
}

#[test]
fn filters_narrow_the_list_and_their_counts_say_by_how_much() {
    let office = wells::office();
    let all = office.read("/en/wells/commitments");
    assert!(all.contains("1 commitment"), "{all}");
    let none = office.read("/en/wells/commitments?lens=gender");
    assert!(none.contains("No commitment matches all of these filters"), "{none}");
    let climate = office.read("/en/wells/commitments?lens=climate&due=ahead&year=2026");
    assert!(climate.contains("Drill two wells"), "{climate}");
    let past = office.read("/en/wells/commitments?due=passed");
    assert!(!past.contains("Drill two wells"), "{past}");
}

#[test]
fn a_post_without_holder_is_shown_as_owed() {
    let vacant = wells::WELLS.replace("key = \"t1\"", "key = \"t2\"");
    let (before, after) = vacant.split_once("[[term]]").expect("a term");
    let (_, rest) = after.split_once("[[commitment]]").expect("a commitment");
    let set = format!("{before}[[commitment]]{rest}");
    let office = TestOffice::with(&[("wells.toml", &set)], &[]);
    assert!(office.read("/en/wells/people").contains("no known holder"));
}

#[test]
fn search_finds_without_accents_and_in_other_languages() {
    let office = wells::office();
    assert!(office.read("/es/search?q=perforacion").contains("Grupo de perforación"));
    assert!(office.read("/en/search?q=pozos").contains("Perforar dos pozos"));
    let nothing = office.read("/fr/search?q=introuvable");
    assert!(nothing.contains("Aucun résultat"), "{nothing}");
    let odd = office.get("/en/search?q=%3Cscript%3E%22%27%28%29");
    assert_eq!(odd.status, StatusCode::OK);
    assert!(!odd.html().contains("<script>"));
}

#[test]
fn an_unknown_address_says_so_in_the_readers_language() {
    let office = wells::office();
    for (path, words) in [
        ("/en/wells/commitments/0000000000", "Page not found"),
        ("/fr/wells/puits", "Page introuvable"),
        ("/es/otra", "Página no encontrada"),
        ("/en/wells/bodies/../x", "Page not found"),
        ("/nowhere", "Page not found"),
    ] {
        let page = office.get(path);
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.html().contains(words), "{path}");
    }
}

#[test]
fn the_first_page_speaks_the_readers_language() {
    let office = wells::office();
    let page = office.get("/");
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(page.headers["location"], "/en");
}

#[test]
fn every_page_forbids_scripts_and_frames() {
    let policy = &wells::office().get("/en/wells").headers["content-security-policy"].clone();
    let policy = policy.to_str().expect("ASCII");
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
}

#[test]
fn the_journal_is_published_as_static_files() {
    let office = wells::office();
    let checkpoint = office.get("/wells/registrar/checkpoint").html();
    assert!(checkpoint.starts_with("test.example/wells/registrar\n9\n"), "{checkpoint}");
    assert_eq!(office.get("/wells/registrar/tile/0/000.p/9").body.len(), 9 * 32);
    assert_eq!(office.get("/wells/registrar/tile/entries/000.p/9").status, StatusCode::OK);
    assert_eq!(office.get("/wells/registrar/tile/0/001").status, StatusCode::NOT_FOUND);
    assert_eq!(office.get("/wells/nobody/checkpoint").status, StatusCode::NOT_FOUND);
}

#[test]
fn the_original_is_handed_out_as_received() {
    let office = wells::office();
    let path = office.path_of("wells/documents", "Minutes of 2026");
    let original = office.get(&format!("{path}/original"));
    assert_eq!(original.body, wells::MINUTES.as_bytes());
    assert_eq!(original.headers["content-type"], "application/octet-stream");
    assert!(original.headers["content-disposition"].to_str().is_ok_and(|it| it.starts_with("att")));
}

#[test]
fn an_address_that_was_mended_by_hand_still_leads_to_a_page() {
    let office = wells::office();
    for path in [
        "/en/search?q=wells&q=other&kind=%ff",
        "/en/wells/commitments?body=x&body=y&year=many&page=-1&lens",
        "/en/wells/commitments?page=99999999999999999999",
        "/en/wells/journal/registrar?before=x",
    ] {
        assert_eq!(office.get(path).status, StatusCode::OK, "{path}");
    }
    let slash = office.get("/fr/wells/commitments/?lens=youth");
    assert_eq!(slash.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(slash.headers["location"], "/fr/wells/commitments?lens=youth");
    let elsewhere = office.get("//other.example/");
    assert_ne!(
        elsewhere.headers.get("location").map(axum::http::HeaderValue::as_bytes),
        Some(&b"//other.example"[..])
    );
    let broken = office.get("/es/%ff");
    assert_eq!(broken.status, StatusCode::NOT_FOUND);
    assert!(broken.html().contains("Página no encontrada"));
}

#[test]
fn the_twin_of_a_record_has_what_is_needed_to_check_its_parts() {
    let office = wells::office();
    let twin = office.get(&format!("{}.json", office.path_of("wells/bodies", "Drilling"))).json();
    for part in twin["parts"].as_array().expect("parts") {
        let of = |field: &str| part[field].as_str().unwrap_or_default();
        let said = twin["texts"][of("role")][of("language")].as_str();
        let bytes = said.unwrap_or(of("bytes")).as_bytes();
        let salt = Hash::parse_hex(of("salt")).expect("a salt");
        let commitment = part_commitment(salt.as_bytes(), bytes);
        assert_eq!(commitment.to_hex(), of("commitment"), "{}", of("role"));
    }
}

#[test]
fn the_twin_of_a_later_page_is_that_of_the_list() {
    let html = wells::office().get("/en/wells/commitments?lens=climate&page=2").html();
    assert!(html.contains("/en/wells/commitments.json?lens=climate\""), "{html}");
}

#[test]
fn a_date_that_html_cannot_say_is_only_words() {
    let office = wells::office();
    let html = office.get(&office.path_of("wells/commitments", "Drill two wells")).html();
    assert!(html.contains("by spring 2027") && !html.contains("2027-21"), "{html}");
    assert!(html.contains("<time datetime=\"2026-02-01\">"), "{html}");
}
