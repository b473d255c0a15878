//! Whole documents, with the traps real ones set.

use expect_test::{Expect, expect};

use super::*;

/// Tells the statements and the problems of a document.
#[track_caller]
fn check(text: &str, expected: Expect) {
    let reading = read(text.as_bytes(), "document.txt").unwrap();
    let mut told = String::new();
    for finding in &reading.findings {
        if matches!(finding.kind, Kind::Date | Kind::Figure) {
            continue;
        }
        let also = if finding.also.is_empty() {
            String::new()
        } else {
            format!(" (+{})", finding.also.len())
        };
        told.push_str(&format!(
            "{} | {} | {}{also}\n",
            finding.kind.name(),
            finding.who.as_deref().unwrap_or("-"),
            finding.text.replace('\n', "⏎")
        ));
    }
    for problem in &reading.problems {
        told.push_str(&format!("! {problem}\n"));
    }
    expected.assert_eq(&told);
}

#[test]
fn a_list_takes_its_force_from_the_line_before_it() {
    check(
        "The co-chairs agreed to:\n\n- a common map of the wells;\n- visits of the engineers.\n\n\
         The youth council proposed:\n\n- a fund for young farmers;\n\n\
         Work carried out in the year:\n\n- repair of two dams.\n",
        expect![[r#"
            undertaking | The co-chairs | a common map of the wells;
            undertaking | The co-chairs | visits of the engineers.
            recommendation | The youth council | a fund for young farmers;
            result | Work | repair of two dams.
        "#]],
    );
}

#[test]
fn short_blocks_without_a_verb_after_a_colon_are_the_list() {
    check(
        "The two ministers agreed on these actions:\n\nA common map of the wells.\n\n\
         Visits of the engineers to the dams.\n\nThe river is clean.\n\nA day at the sea.\n",
        expect![[r#"
            undertaking | The two ministers | The two ministers agreed on these actions:
            undertaking | The two ministers | A common map of the wells.
            undertaking | The two ministers | Visits of the engineers to the dams.
        "#]],
    );
}

#[test]
fn an_item_without_a_verb_of_its_own_takes_over_what_its_line_undertakes() {
    check(
        "Las Partes velarán por que las obras de la presa:\n\n– se basen en los mapas;\n\
         – estén abiertas a los vecinos.\n",
        expect![[r#"
            undertaking | Las Partes | Las Partes velarán por que las obras de la presa:
            undertaking | Las Partes | se basen en los mapas;
            undertaking | Las Partes | estén abiertas a los vecinos.
        "#]],
    );
}

#[test]
fn a_list_in_a_list_and_bare_verbs_in_blocks_take_the_force_of_the_line_around_them() {
    check(
        "We call on the governments to:\n\n1. publish the plans, besides:\n   - the budgets\n\n\
         We call on the conference to:\n\n\
         Recognize the part that fishers play in it.\n\nOpen the registers of boats to all.\n\n\
         Limit the prices of nets and ropes.\n",
        expect![[r#"
            recommendation | We | We call on the governments to:
            recommendation | - | publish the plans, besides:
            recommendation | - | the budgets
            recommendation | We | We call on the conference to:
            recommendation | We | Recognize the part that fishers play in it.
            recommendation | We | Open the registers of boats to all.
            recommendation | We | Limit the prices of nets and ropes.
        "#]],
    );
}

#[test]
fn a_lost_list_is_a_problem_and_no_finding() {
    check(
        "Outlook\n\nTo that end, the members of the group agreed to:\n\nObstacles\n\nThe river is high.\n",
        expect![[r#"
            ! list missing after “To that end, the members of the group agreed to:”
        "#]],
    );
}

#[test]
fn items_under_future_actions_are_undertakings() {
    check(
        "Future actions\n\nWells\n\n  1. Joint inspection of the wells;\n  2. Train the crews of both towns.\n\nBackground\n\n  1. Wells and springs\n",
        expect![[r#"
            undertaking | - | Joint inspection of the wells;
            undertaking | - | Train the crews of both towns.
        "#]],
    );
}

#[test]
fn the_same_statement_twice_is_one_finding_in_two_places() {
    check(
        "Norland will plant trees on the dunes.\n\nThe wind is strong.\n\nNorland will  plant trees on the dunes.\n",
        expect![[r#"
            undertaking | Norland | Norland will plant trees on the dunes. (+1)
        "#]],
    );
}

#[test]
fn lists_of_recommendations_name_the_state_that_made_them() {
    check(
        "12.1 Ratify the convention on work at sea (Norland);\n12.2 Consider opening the archives to all families (Sudland, Ostland);\n12.3 Abolish the tax on salt in the islands (Westland).\n",
        expect![[r#"
            recommendation | - | Ratify the convention on work at sea (Norland);
            recommendation | - | Consider opening the archives to all families (Sudland, Ostland);
            recommendation | - | Abolish the tax on salt in the islands (Westland).
        "#]],
    );
}

#[test]
fn a_document_of_bare_measures_is_a_list_of_undertakings() {
    check(
        "Open three new offices for the advice of farmers in the hills.\nWork with the provinces to repair the dams on the upper river.\nContinue to fund the schools in the villages along the coast.\nThe ministry is in the capital and has three floors and a garden.\n",
        expect![[r#"
            undertaking | - | Open three new offices for the advice of farmers in the hills.
            undertaking | - | Work with the provinces to repair the dams on the upper river.
            undertaking | - | Continue to fund the schools in the villages along the coast.
        "#]],
    );
}

#[test]
fn persons_stand_on_two_lines() {
    check(
        "Co-chairs\n\nAda Lind Moreno\nDirector General of Rivers\nWater Office (WO)\n\nThe office is new.\n",
        expect![[r#"
            person | Ada Lind Moreno | Ada Lind Moreno⏎Director General of Rivers
            institution | - | Water Office (WO)
        "#]],
    );
}

#[test]
fn positions_are_characters_of_the_text() {
    let text = "«Año» — señal.\n\nEl gobierno publicará los mapas de los ríos de la sierra en marzo de 2024.\n";
    let reading = read(text.as_bytes(), "a.txt").unwrap();
    assert_eq!(reading.text, text);
    for finding in &reading.findings {
        let passage: String =
            text.chars().skip(finding.start).take(finding.end - finding.start).collect();
        assert_eq!(passage, finding.text);
    }
    assert!(reading.findings.iter().any(|f| f.kind == Kind::Undertaking));
}

#[test]
fn the_same_bytes_give_the_same_reading() {
    let text = "Both sides agreed to meet.\n\nThey will meet in May 2024.\n";
    assert_eq!(read(text.as_bytes(), "a.txt"), read(text.as_bytes(), "a.txt"));
}

#[test]
fn what_cannot_be_read_is_refused_in_words() {
    let told = |bytes: &[u8], name: &str| read(bytes, name).unwrap_err().to_string();
    assert_eq!(told(b"", "a.txt"), "the file is empty");
    assert_eq!(told(b"%PDF-1.4", "a.pdf"), "the file is not text but PDF");
    assert_eq!(told(b"<div></div>", "a.html"), "the file is empty");
    assert_eq!(
        told("<div>".repeat(100_000).as_bytes(), "a.html"),
        "the file nests its elements more than 1000 deep"
    );
    assert_eq!(
        told(">".repeat(100_000).as_bytes(), "a.md"),
        "the file nests its elements more than 100 deep"
    );
}

#[test]
fn findings_past_the_limit_are_left_out_and_said_so() {
    let text = "They met in May 2021. They met in May 2022. They met in May 2023.";
    let all = read(text.as_bytes(), "a.txt").unwrap().findings;
    let mut findings = Findings::new(2);
    for finding in all.iter().chain(&all) {
        findings.add(finding.clone());
    }
    assert!(findings.overflowed);
    assert_eq!(findings.list.len(), 2);
    assert!(findings.list.iter().all(|finding| finding.also.len() == 1));
}

#[test]
fn an_endless_sentence_is_cut_and_said_so() {
    let text = "word ".repeat(3_000);
    let reading = read(text.as_bytes(), "a.txt").unwrap();
    assert!(matches!(reading.problems.first(), Some(Problem::SentenceCut { at: 0, .. })));
}

/// Bytes that no one wrote: whatever they are, reading ends, and positions lie in the text.
#[test]
fn no_bytes_break_the_reader() {
    let seeds: [&[u8]; 4] = [
        "# T\n\n1. The Parties shall meet (ABC).\n- **a:**\n\t> b | c\n".as_bytes(),
        "<main><ul><li>Nous ferons<table><tr><td>1er mars 2024</main>&nbsp;<p a='".as_bytes(),
        "El señor «Paz», 3º, acordó: \u{2028}— “sí”… 97 % d’ici 2030.\r\n".as_bytes(),
        &[0xFF, 0xFE, 0x41, 0x00, 0xD8, 0xDC, 0x0A, 0x00, 0xC3, 0x28, 0xE2, 0x82],
    ];
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below).unwrap()).unwrap()
    };
    for round in 0..600 {
        let mut bytes = Vec::new();
        for _ in 0..=next(6) {
            let seed = seeds[next(seeds.len())];
            let (from, to) = (next(seed.len()), next(seed.len()));
            bytes.extend(&seed[from.min(to)..from.max(to)]);
        }
        let name = ["a.txt", "a.md", "a.html"][round % 3];
        if let Ok(reading) = read(&bytes, name) {
            let length = reading.text.chars().count();
            assert!(reading.findings.iter().all(|f| f.start < f.end && f.end <= length));
            assert!(reading.outline.iter().all(|b| b.start <= b.end && b.end <= length));
        }
    }
}

/// The real documents are not part of the project; where they are at hand, they are read too.
#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn the_future_actions_of_a_real_report_are_found() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/corpus/seeds/cmp-annual-report-2021.en.txt"
    );
    let Ok(bytes) = std::fs::read(path) else {
        eprintln!("skipped: there is no {path}");
        return;
    };
    let reading = read(&bytes, path).unwrap();
    let count = |kind: Kind| reading.findings.iter().filter(|f| f.kind == kind).count();
    let lost = reading.problems.iter().filter(|p| matches!(p, Problem::ListMissing { .. })).count();
    let told = [
        ("undertakings", count(Kind::Undertaking) >= 40),
        ("recommendations", count(Kind::Recommendation) >= 8),
        ("institutions", count(Kind::Institution) >= 30),
        ("persons", count(Kind::Person) >= 20),
        ("meetings", count(Kind::Meeting) >= 6),
        ("lost lists", lost >= 5),
    ];
    assert_eq!(
        told.iter().filter(|(_, enough)| !enough).collect::<Vec<_>>(),
        Vec::<&(&str, bool)>::new()
    );
}

#[test]
fn a_day_that_belongs_to_an_earlier_verb_is_not_when_it_is_due() {
    let due = |text: &str| {
        let reading = read(text.as_bytes(), "a.txt").unwrap();
        let mut found = reading.findings.into_iter();
        found.find(|f| f.kind == Kind::Undertaking).and_then(|f| f.due).map(|due| due.words)
    };
    let told = |words: &str| Some(words.to_owned());
    assert_eq!(
        due("Canada opened an office in May 2022 and will train judges in early 2024.\n"),
        told("in early 2024")
    );
    assert_eq!(
        due("After the talks of March 2021, Canada and Mexico will meet in June 2022.\n"),
        told("in June 2022")
    );
    assert_eq!(due("In 2025, Canada will train the judges of the courts.\n"), told("In 2025"));
}

#[test]
fn the_day_of_a_document_is_the_one_that_is_said_of_it() {
    let text = "Minutes of March 2, 2026\n\nThe port will open next year.\n";
    let due = |day: Option<Day>| {
        let extract = extract::extract(text.as_bytes(), "minutes.txt").unwrap();
        let reading = read_extract_of(extract, day).unwrap();
        let undertaking = reading.findings.iter().find(|it| it.kind == Kind::Undertaking).unwrap();
        (reading.date.clone(), undertaking.due.clone().and_then(|due| due.edtf))
    };
    let told = |day: &str, due: &str| (Some(day.to_owned()), Some(due.to_owned()));
    assert_eq!(due(None), told("2026-03-02", "2027"));
    assert_eq!(due(Some("2030-12-01".parse().unwrap())), told("2030-12-01", "2031"));
}

#[test]
fn a_day_to_come_is_not_that_of_the_document() {
    let day = |text: &str| read(text.as_bytes(), "minutes.txt").unwrap().date;
    assert_eq!(day("Minutes on wells\n\nNorland will count the wells by June 30, 2027.\n"), None);
    assert_eq!(day("Acta\n\nSe abrirá el puerto el 30 de junio de 2027.\n"), None);
    let dated = day("Minutes on wells\n\nNorland will count the wells.\n\nAlba, June 30, 2027\n");
    assert_eq!(dated.as_deref(), Some("2027-06-30"));
}

#[test]
fn short_lines_among_measures_are_measures_and_no_headings() {
    check(
        "Our plan\n\nRepair the dams of the northern river\n\nOpen the registers of wells\n\n\
         Train the engineers of both countries in the mapping of wells and the measuring of the flow of every \
         river that crosses the border\n\nPublish the maps every year\n\nThe river\n\nThe river is clean.\n",
        expect![[r#"
            undertaking | - | Repair the dams of the northern river
            undertaking | - | Open the registers of wells
            undertaking | - | Train the engineers of both countries in the mapping of wells and the measuring of the flow of every river that crosses the border
            undertaking | - | Publish the maps every year
        "#]],
    );
    // A guide whose parts are called as its advice: each heading has a text of its own.
    check(
        "Write clearly\n\nPeople read in a hurry. Short words help.\n\nAsk the reader\n\n\
         Nobody knows a text as its readers do.\n\nShow your work\n\nWhat is hidden is not believed.\n",
        expect![""],
    );
}

#[test]
fn a_question_that_is_quoted_leaves_the_sentence_a_statement() {
    check(
        "We will hold an open day and answer questions such as: “Who pays for the dam?”\n\n\
         “Will we open the wells?”\n\nWill the ministry open the wells?\n",
        expect![[r#"
            undertaking | We | We will hold an open day and answer questions such as: “Who pays for the dam?”
        "#]],
    );
}

#[test]
fn a_name_in_brackets_in_a_list_of_measures_is_whoever_takes_them() {
    check(
        "Repair the dams of the northern river (WatOff)\n\nOpen the registers of all the wells (WO)\n\n\
         Train the engineers of both countries (SB)\n\nPublish the maps of the wells every year (MO)\n",
        expect![[r#"
            undertaking | - | Repair the dams of the northern river (WatOff)
            undertaking | - | Open the registers of all the wells (WO)
            undertaking | - | Train the engineers of both countries (SB)
            undertaking | - | Publish the maps of the wells every year (MO)
        "#]],
    );
}

#[test]
fn a_date_that_stands_alone_is_that_of_the_statement_before_it_in_its_block() {
    let text = "The ministry of water and of its shores will open all the registers of wells and of dams. (May 2027)\n\n\
         The ministry of water and of its shores will publish the maps of all the wells and dams. | By March 2028\n\n\
         The office will mend the dam.\n\nMay 2029\n\n\
         By 2025 and with others the ministry commits to mend wells that will be dry by 2030.\n";
    let reading = read(text.as_bytes(), "document.txt").unwrap();
    let dues = reading.findings.iter().filter(|f| f.kind == Kind::Undertaking);
    let dues: Vec<_> = dues.map(|f| f.due.as_ref().map(|due| due.words.as_str())).collect();
    assert_eq!(dues, [Some("May 2027"), Some("By March 2028"), None, Some("By 2025")]);
}

#[test]
fn the_day_of_saying_and_the_year_counted_from_are_no_due_dates() {
    let text = "Today the ministry agreed to open the port.\n\n\
         Today I announced that Norland will open the wells.\n\n\
         Today they will open the dam.\n\n\
         Norland commits to cutting emissions by 40 per cent relative to 1990 by 2030.\n";
    let reading = read(text.as_bytes(), "document.txt").unwrap();
    let dues = reading.findings.iter().filter(|f| f.kind == Kind::Undertaking);
    let dues: Vec<_> = dues.map(|f| f.due.as_ref().map(|due| due.words.as_str())).collect();
    assert_eq!(dues, [None, None, Some("Today"), Some("by 2030")]);
}
