//! A record is read back from its parts, and survives the loss of a text.

use std::collections::BTreeMap;

use expect_test::expect;
use servanda_model::record::{Block, BlockForm};
use servanda_model::record::{Commitment, Document, Meeting, Mode, Post, PostRole, Term};
use servanda_model::{Facts, Language, Lens, Multilingual, Passage, Record, RecordId, Role, When};

use super::{NotARecord, decode_record, encode_record};

fn id(bits: u64) -> RecordId {
    RecordId::from_bits(bits)
}

fn when(text: &str) -> When {
    When::parse(text).expect("a date")
}

fn commitment() -> Record {
    let title: Multilingual = [
        (Some(Language::English), "Hold a workshop".to_owned()),
        (Some(Language::Spanish), "Celebrar un taller".to_owned()),
    ]
    .into_iter()
    .collect();
    Record {
        id: id(1),
        texts: BTreeMap::from([(Role::Title, title)]),
        facts: Facts::Commitment(Commitment {
            owed_by: vec![id(2), id(3)],
            due: Some(when("2022-21")),
            made: when("2021-11-25"),
            made_in: None,
            body: Some(id(4)),
            section: None,
            lenses: vec![Lens::Youth],
            course: None,
            continues: Vec::new(),
            answers: Vec::new(),
            concerns: Vec::new(),
        }),
        sources: vec![Passage {
            document: id(5),
            begins: "Both sides".to_owned(),
            ends: "in spring.".to_owned(),
            prefix: Some("then".to_owned()),
            says: None,
        }],
    }
}

fn read_back(record: &Record, without: &str) -> Result<Record, NotARecord> {
    let parts = encode_record(record);
    let kept = parts.iter().filter(|part| part.role != without);
    decode_record(&record.id, kept.map(|part| (part.role.as_str(), part.language, &*part.bytes)))
}

#[test]
fn the_facts_of_a_commitment_have_these_bytes_for_ever() {
    let parts = encode_record(&commitment());
    let golden = expect![[
        r#"{"body":"0000000004","due":"2022-21","kind":"commitment","lenses":["youth"],"made":"2021-11-25","owed-by":["0000000002","0000000003"],"sources":[{"begins":"Both sides","document":"0000000005","ends":"in spring.","prefix":"then"}]}"#
    ]];
    golden.assert_eq(&String::from_utf8_lossy(&parts[0].bytes));
}

#[test]
fn what_was_written_is_read_back() {
    let bare = |facts| Record { id: id(9), texts: BTreeMap::new(), facts, sources: Vec::new() };
    let records = [
        commitment(),
        bare(Facts::Person),
        bare(Facts::Post(Post { seat_of: id(1), party: id(2), role: PostRole::CoChair })),
        bare(Facts::Term(Term {
            post: id(1),
            person: id(2),
            institution: None,
            from: None,
            to: Some(when("2023")),
            documented: Some(when("2021-11-25")),
        })),
        bare(Facts::Meeting(Meeting {
            series: Some(id(1)),
            organizers: Vec::new(),
            number: Some(17),
            part_of: None,
            host: Some(id(2)),
            mode: Some(Mode::Hybrid),
            date: when("2021-11-25"),
        })),
        bare(Facts::Document(Document {
            digest: Some("ab".repeat(32)),
            media_type: "text/plain".to_owned(),
            language: Language::English,
            address: Some("https://example.org/?a=b".to_owned()),
            published: None,
            outline: vec![Block { form: BlockForm::Heading1, start: 0, end: 12 }],
        })),
    ];
    for record in records {
        assert_eq!(read_back(&record, "").as_ref(), Ok(&record));
    }
}

#[test]
fn an_erased_text_leaves_the_rest() {
    let rest = read_back(&commitment(), "title").expect("the facts are there");
    assert!(rest.texts.is_empty());
    assert_eq!(rest.facts, commitment().facts);
    assert_eq!(read_back(&commitment(), "facts"), Err(NotARecord::NoFacts));
}

#[test]
fn unknown_fields_are_refused() {
    let with_field = br#"{"kind":"person","name":"x","sources":[]}"#;
    assert_eq!(
        decode_record(&id(1), [("facts", None, &with_field[..])]),
        Err(NotARecord::Malformed("name".to_owned()))
    );
}
