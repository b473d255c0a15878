//! The format as `docs/format.md` promises it: its example is taken out of the page and verified
//! with nothing but SHA-256 and the words of the page; the frozen journals read, verify and decode
//! for ever; and the encoders of version 1 still write the same bytes.

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::{Path, PathBuf};

    use servanda_actions::dataset::{DataSet, record_id};
    use servanda_entry::act::{Decoded, decode, hex};
    use servanda_entry::{
        Act, ContentPart, Erase, Ground, PartReference, Retract, State, Unreadable, decode_record,
        encode_record,
    };
    use servanda_journal::{
        Bundle, Checkpoint, Hash, Resource, Signer, Tile, Tree, Verifier, bundle, leaf_hash, proof,
        tile, verify_log,
    };
    use servanda_model::passage::{Disputed, Says};
    use servanda_model::record as model;
    use servanda_model::{
        Facts, Kind, Language, Lens, Multilingual, Passage, Record, RecordId, Role, When,
    };
    use servanda_store::part_commitment;
    use sha2::{Digest, Sha256};

    /// What the identifiers of both journals are made from.
    const NAMESPACE: &str = "000102030405060708090a0b0c0d0e0f";
    /// The first moment: noon of 1 March 2026, UTC.
    const NOON: i64 = 1_772_366_400;

    type Salt = [u8; 32];

    /// A journal with what lies beside it.
    #[derive(Debug, PartialEq, Eq)]
    struct Journal {
        origin: &'static str,
        entries: Vec<Vec<u8>>,
        /// By commitment: salt and bytes.
        parts: BTreeMap<String, (Salt, Vec<u8>)>,
        drawn: u8,
    }

    impl Journal {
        fn new(origin: &'static str) -> Self {
            Self { origin, entries: Vec::new(), parts: BTreeMap::new(), drawn: 0 }
        }

        fn signer(&self) -> Signer {
            let seed: [u8; 32] = std::array::from_fn(|byte| u8::try_from(byte).unwrap());
            Signer::from_seed(self.origin, &seed).unwrap()
        }

        fn at(&self) -> i64 {
            NOON + 60 * i64::try_from(self.entries.len()).unwrap()
        }

        /// Salts of an example are the hashes of their numbers. Real ones are chance.
        fn commit(&mut self, contents: Vec<ContentPart>) -> Vec<PartReference> {
            contents
                .into_iter()
                .map(|content| {
                    let salt: Salt = Sha256::digest([self.drawn]).into();
                    self.drawn += 1;
                    let commitment = part_commitment(&salt, &content.bytes).to_hex();
                    self.parts.insert(commitment.clone(), (salt, content.bytes));
                    PartReference {
                        audience: None,
                        commitment,
                        language: content.language.map(|language| language.tag().to_owned()),
                        media: content.media.to_owned(),
                        role: content.role,
                    }
                })
                .collect()
        }

        fn append(&mut self, act: &Act) -> String {
            let entry = act.encode().unwrap();
            let leaf = leaf_hash(&entry).to_hex();
            self.entries.push(entry);
            leaf
        }

        fn state(&mut self, record: &Record, base: Option<String>) -> (String, Vec<PartReference>) {
            let parts = self.commit(encode_record(record));
            let leaf = self.append(&Act::State(State {
                account: "operator".to_owned(),
                at: self.at(),
                record: record.id.clone(),
                kind: record.kind(),
                base,
                parts: parts.clone(),
            }));
            (leaf, parts)
        }

        /// Every file: those of the published journal, the key that checks it, each entry once
        /// more for reading, and each part as its salt and then its bytes.
        fn files(&self) -> BTreeMap<String, Vec<u8>> {
            let (signer, mut tree, mut nodes) = (self.signer(), Tree::new(), BTreeMap::new());
            for entry in &self.entries {
                nodes.extend(tree.append(leaf_hash(entry)));
            }
            let checkpoint = Checkpoint::sign(&tree.head(), &signer).to_string();
            let mut files = BTreeMap::from([
                ("vkey".to_owned(), format!("{}\n", signer.verifier()).into_bytes()),
                ("checkpoint".to_owned(), checkpoint.into_bytes()),
            ]);
            for resource in tile::resources(tree.size()) {
                let bytes = match resource {
                    Resource::Checkpoint => continue,
                    Resource::Tile(tile) => {
                        Tile::encode(&tile.nodes().map(|node| nodes[&node]).collect::<Vec<_>>())
                    }
                    Resource::Bundle(_) => bundle::encode(&self.entries).unwrap(),
                };
                files.insert(resource.to_string(), bytes);
            }
            for (index, entry) in self.entries.iter().enumerate() {
                files.insert(format!("entries/{index:03}.json"), entry.clone());
            }
            for (commitment, (salt, bytes)) in &self.parts {
                files.insert(format!("parts/{commitment}"), [&salt[..], bytes].concat());
            }
            files
        }
    }

    fn id(name: &str) -> RecordId {
        record_id(NAMESPACE, name)
    }

    fn when(text: &str) -> When {
        When::parse(text).unwrap()
    }

    fn in_all([english, french, spanish]: [&str; 3]) -> Multilingual {
        let versions = [
            (Language::English, english),
            (Language::French, french),
            (Language::Spanish, spanish),
        ];
        versions.map(|(language, text)| (Some(language), text.to_owned())).into_iter().collect()
    }

    fn record(name: &str, facts: Facts, texts: Vec<(Role, Multilingual)>) -> Record {
        Record { id: id(name), texts: texts.into_iter().collect(), facts, sources: Vec::new() }
    }

    fn well_survey(due: Option<When>) -> Record {
        let title = in_all(["Survey the wells", "Recenser les puits", "Censar los pozos"]);
        let facts = Facts::Commitment(model::Commitment {
            owed_by: vec![id("party/north"), id("party/south")],
            due,
            made: when("2026-02"),
            made_in: None,
            body: None,
            section: None,
            lenses: vec![Lens::Climate],
            course: None,
            continues: Vec::new(),
            answers: Vec::new(),
            concerns: Vec::new(),
        });
        let mut survey = record("commitment/well-survey", facts, vec![(Role::Title, title)]);
        survey.sources = vec![Passage {
            document: id("document/minutes"),
            begins: "The two sides".to_owned(),
            ends: "every well.".to_owned(),
            prefix: None,
            says: None,
        }];
        survey
    }

    /// A person and a commitment are stated, the commitment is stated again with a due date and
    /// then retracted, the person's name is erased.
    fn tiny() -> Journal {
        let mut journal = Journal::new("register.example/wells/registrar");
        let name = Multilingual::universal("Ada Example");
        let ada = record("person/p001", Facts::Person, vec![(Role::Name, name)]);
        let (_, ada_parts) = journal.state(&ada, None);
        let (first, _) = journal.state(&well_survey(None), None);
        let (second, _) = journal.state(&well_survey(Some(when("2027-21"))), Some(first));
        let reason = in_all(["Stated twice.", "Énoncé deux fois.", "Declarado dos veces."]);
        let parts = journal.commit(servanda_entry::content::text_parts(Role::Reason, &reason));
        let retract = Retract {
            account: "operator".to_owned(),
            at: journal.at(),
            record: id("commitment/well-survey"),
            leaf: second,
            parts,
        };
        journal.append(&Act::Retract(retract));
        let name = ada_parts.iter().find(|part| part.role == "name").unwrap();
        let erase = Erase {
            account: "operator".to_owned(),
            at: journal.at(),
            record: ada.id,
            part: name.commitment.clone(),
            ground: Ground::PersonalData,
        };
        journal.append(&Act::Erase(erase));
        journal.parts.remove(&name.commitment);
        journal
    }

    /// One record of every kind there was at first, every field that there was filled.
    fn kinds() -> Journal {
        journal_of("register.example/kinds/registrar", every_facts(), None)
    }

    /// One record of every kind and with every field that came later.
    fn later_kinds() -> Journal {
        let says = Says { field: Disputed::Date, value: "2016-11-23/2016-11-24".to_owned() };
        journal_of("register.example/later-kinds/registrar", later_facts(), Some(&says))
    }

    fn journal_of(origin: &'static str, all: Vec<Facts>, says: Option<&Says>) -> Journal {
        let mut journal = Journal::new(origin);
        for facts in all {
            let code = facts.kind().code();
            let title = in_all([code, "à écrire", "por escribir"]);
            let mut one = record(&format!("{code}/one"), facts, vec![(Role::Title, title)]);
            one.sources = vec![Passage {
                document: id("document/one"),
                begins: "first words".to_owned(),
                ends: "last words".to_owned(),
                prefix: Some("words before".to_owned()),
                says: says.cloned(),
            }];
            journal.state(&one, None);
        }
        journal
    }

    fn every_facts() -> Vec<Facts> {
        let one = |kind: &str| id(&format!("{kind}/one"));
        let some = |kind: &str| Some(one(kind));
        let mut all = parties_and_bodies();
        all.extend([
            Facts::Instrument(model::Instrument {
                form: model::InstrumentForm::WorkPlan,
                date: Some(when("2025-09-18")),
                period: Some(when("2025/2028")),
                parent: some("instrument"),
                parties: vec![one("party")],
                continues: Vec::new(),
            }),
            Facts::Section(model::Section {
                instrument: one("instrument"),
                number: 4,
                form: model::SectionForm::Pillar,
                course: None,
                continues: Vec::new(),
            }),
            Facts::Meeting(model::Meeting {
                series: some("body"),
                number: Some(17),
                part_of: some("meeting"),
                host: some("party"),
                mode: Some(model::Mode::Hybrid),
                date: when("2021-11-25"),
                organizers: Vec::new(),
            }),
            Facts::Commitment(model::Commitment {
                owed_by: vec![one("party"), one("body")],
                due: Some(when("../2030")),
                made: when("2021-11-25"),
                made_in: some("meeting"),
                body: some("body"),
                section: some("section"),
                lenses: Lens::ALL.to_vec(),
                course: None,
                continues: Vec::new(),
                answers: Vec::new(),
                concerns: Vec::new(),
            }),
            Facts::Recommendation(model::Recommendation {
                by: vec![one("body")],
                to: vec![one("party")],
                made: when("2022-33"),
                made_in: some("meeting"),
                lenses: vec![Lens::Youth],
                answer_due: None,
                response: None,
            }),
        ]);
        all.extend(figure_and_document());
        all
    }

    fn figure_and_document() -> Vec<Facts> {
        let some = |kind: &str| Some(id(&format!("{kind}/one")));
        vec![
            Facts::Figure(model::Figure {
                value: "60.5".to_owned(),
                when: when("2012/2024"),
                about: some("commitment"),
                part_of: None,
                measure: None,
                lenses: Vec::new(),
            }),
            Facts::Document(model::Document {
                digest: Some("ab".repeat(32)),
                media_type: "text/plain".to_owned(),
                language: Language::Spanish,
                address: Some("https://example.org/é?a=b".to_owned()),
                published: Some(when("2022-24")),
                outline: vec![
                    model::Block { form: model::BlockForm::Heading1, start: 0, end: 9 },
                    model::Block { form: model::BlockForm::Paragraph, start: 10, end: 99 },
                ],
            }),
        ]
    }

    fn parties_and_bodies() -> Vec<Facts> {
        let one = |kind: &str| id(&format!("{kind}/one"));
        let some = |kind: &str| Some(one(kind));
        vec![
            Facts::Partnership(model::Partnership {
                parties: vec![one("party")],
                since: when("2004"),
            }),
            Facts::Party(model::Party { code: "CA".to_owned() }),
            Facts::Institution(model::Institution {
                party: some("party"),
                parent: some("institution"),
            }),
            Facts::Person,
            Facts::Post(model::Post {
                seat_of: one("body"),
                party: one("party"),
                role: model::PostRole::CoChair,
            }),
            Facts::Term(model::Term {
                post: one("post"),
                person: one("person"),
                institution: some("institution"),
                from: Some(when("2020-01")),
                to: Some(when("2023-12-31")),
                documented: Some(when("2021-11-25")),
            }),
            Facts::Body(model::Body {
                form: model::BodyForm::WorkingGroup,
                parent: some("body"),
                since: Some(when("2017")),
                until: Some(when("2021/..")),
                state: model::BodyState::Dormant,
                continues: Vec::new(),
            }),
        ]
    }

    fn later_facts() -> Vec<Facts> {
        let mut all = later_bodies_and_commitments();
        all.extend(later_sayings());
        all
    }

    fn later_bodies_and_commitments() -> Vec<Facts> {
        let one = |kind: &str| id(&format!("{kind}/one"));
        let some = |kind: &str| Some(one(kind));
        vec![
            Facts::Body(model::Body {
                form: model::BodyForm::Lab,
                parent: None,
                since: None,
                until: None,
                state: model::BodyState::Active,
                continues: vec![one("body")],
            }),
            Facts::Instrument(model::Instrument {
                form: model::InstrumentForm::Framework,
                date: None,
                period: None,
                parent: None,
                parties: Vec::new(),
                continues: vec![one("instrument")],
            }),
            Facts::Section(model::Section {
                instrument: one("instrument"),
                number: 1,
                form: model::SectionForm::Theme,
                course: Some(model::Course::Reactivated),
                continues: vec![one("section")],
            }),
            Facts::Meeting(model::Meeting {
                series: None,
                number: None,
                part_of: None,
                host: None,
                mode: None,
                date: when("2021-03-03/2021-03-04"),
                organizers: vec![one("institution")],
            }),
            Facts::Commitment(model::Commitment {
                owed_by: vec![one("party")],
                due: None,
                made: when("2023"),
                made_in: None,
                body: None,
                section: None,
                lenses: Vec::new(),
                course: Some(model::Course::Suspended),
                continues: vec![one("commitment")],
                answers: vec![one("recommendation")],
                concerns: vec![one("meeting"), one("body")],
            }),
            Facts::Figure(model::Figure {
                value: "17".to_owned(),
                when: when("2012/2024"),
                about: None,
                part_of: some("figure"),
                measure: Some(model::Measure::Participants),
                lenses: vec![Lens::Indigenous],
            }),
            Facts::Document(model::Document {
                digest: None,
                media_type: "text/html".to_owned(),
                language: Language::English,
                address: Some("https://example.org/2016".to_owned()),
                published: None,
                outline: Vec::new(),
            }),
        ]
    }

    fn later_sayings() -> Vec<Facts> {
        let one = |kind: &str| id(&format!("{kind}/one"));
        let some = |kind: &str| Some(one(kind));
        vec![
            Facts::Recommendation(model::Recommendation {
                by: vec![one("party")],
                to: vec![one("party")],
                made: when("2024-01"),
                made_in: None,
                lenses: Vec::new(),
                answer_due: Some(when("2024-07")),
                response: Some(model::Response::AcceptedInPart),
            }),
            Facts::Observation(model::Observation {
                form: model::ObservationForm::Testimony,
                by: vec![one("person")],
                to: vec![one("institution")],
                made: when("2025-10"),
                made_in: some("meeting"),
                about: vec![one("recommendation")],
                lenses: vec![Lens::Inclusion],
            }),
            Facts::Participation(model::Participation {
                meeting: one("meeting"),
                person: some("person"),
                institution: some("institution"),
                party: some("party"),
                role: model::ParticipationRole::YouthDelegate,
                number: Some(3),
            }),
            Facts::Engagement(model::Engagement {
                form: model::EngagementForm::Deployment,
                by: vec![one("institution")],
                to: vec![one("party")],
                period: when("2021-07-17/2021-09-04"),
                instrument: some("instrument"),
                body: some("body"),
                lenses: vec![Lens::Climate],
            }),
        ]
    }

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    fn frozen(name: &str, file: &str) -> Vec<u8> {
        let path = root().join("fixtures/journals").join(name).join(file);
        std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The frozen journal reads, verifies and decodes; gives its records, with what can be read.
    #[track_caller]
    fn check_frozen(name: &str) -> Vec<(Act, Option<Record>)> {
        let vkey = String::from_utf8(frozen(name, "vkey")).unwrap();
        let verifier = Verifier::parse(vkey.trim_end()).unwrap();
        let read = |resource: Resource| Ok::<_, String>(frozen(name, &resource.to_string()));
        let head = verify_log(&verifier, read).unwrap();
        let width = u16::try_from(head.size).unwrap();
        let file = frozen(name, &Resource::Bundle(Bundle { index: 0, width }).to_string());
        let entries = bundle::decode(&file, width).unwrap();
        let acts = entries.iter().enumerate().map(|(index, entry)| {
            assert_eq!(*entry, frozen(name, &format!("entries/{index:03}.json")));
            let Ok(Decoded::Act(act)) = decode(entry) else { panic!("entry {index} of {name}") };
            let record =
                if let Act::State(state) = &act { Some(read_record(name, state)) } else { None };
            (act, record)
        });
        acts.collect()
    }

    fn read_record(name: &str, state: &State) -> Record {
        let mut held = Vec::new();
        for part in &state.parts {
            let path =
                root().join("fixtures/journals").join(name).join("parts").join(&part.commitment);
            let Ok(content) = std::fs::read(path) else { continue };
            let (salt, bytes) = content.split_first_chunk::<32>().unwrap();
            assert_eq!(part_commitment(salt, bytes).to_hex(), part.commitment);
            let language = part.language.as_deref().map(|tag| Language::parse(tag).unwrap());
            held.push((part.role.clone(), language, bytes.to_vec()));
        }
        let held = held.iter().map(|(role, language, bytes)| (&**role, *language, &**bytes));
        decode_record(&state.record, held).unwrap()
    }

    /// What is frozen is what version 1 writes: nothing missing, nothing more, nothing else.
    #[track_caller]
    fn check_same_bytes(name: &str, journal: &Journal) {
        let files = journal.files();
        for (file, bytes) in &files {
            assert!(
                *bytes == frozen(name, file),
                "version 1 of the format is frozen, and {name}/{file} would be written otherwise: \
                 add a version beside it"
            );
        }
        let parts = std::fs::read_dir(root().join("fixtures/journals").join(name).join("parts"));
        assert_eq!(parts.unwrap().count(), journal.parts.len());
    }

    #[test]
    fn the_tiny_journal_reads_for_ever() {
        let acts = check_frozen("v1-tiny");
        let words: Vec<_> = acts.iter().map(|(act, _)| act.word()).collect();
        assert_eq!(words, ["state", "state", "state", "retract", "erase"]);
        let (_, ada) = &acts[0];
        let ada = ada.as_ref().unwrap();
        assert!(ada.texts.is_empty(), "the erased name is gone, the record is not");
        assert_eq!(acts[2].1.as_ref(), Some(&well_survey(Some(when("2027-21")))));
    }

    #[test]
    fn a_record_of_every_kind_reads_for_ever() {
        let records: Vec<_> = check_frozen("v1-kinds").into_iter().filter_map(|(_, r)| r).collect();
        let facts: Vec<Facts> = records.iter().map(|record| record.facts.clone()).collect();
        assert_eq!(facts, every_facts());
        let later: Vec<_> =
            check_frozen("v1-later-kinds").into_iter().filter_map(|(_, r)| r).collect();
        let facts: Vec<Facts> = later.iter().map(|record| record.facts.clone()).collect();
        assert_eq!(facts, later_facts());
        let says = later.first().and_then(|record| record.sources[0].says.clone());
        assert_eq!(says.map(|says| says.field), Some(Disputed::Date));
        let mut kinds: Vec<Kind> = records.iter().chain(&later).map(Record::kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds, Kind::ALL);
    }

    #[test]
    fn version_1_is_written_as_it_was() {
        check_same_bytes("v1-tiny", &tiny());
        check_same_bytes("v1-kinds", &kinds());
        check_same_bytes("v1-later-kinds", &later_kinds());
    }

    /// The example of the page: every block whose info string has `example=NAME`.
    fn example() -> BTreeMap<String, String> {
        let page = std::fs::read_to_string(root().join("docs/format.md")).unwrap();
        let mut blocks = BTreeMap::new();
        let mut open: Option<(String, String)> = None;
        for line in page.lines() {
            match &mut open {
                Some(_) if line == "```" => blocks.extend(open.take()),
                Some((_, text)) => {
                    text.push_str(line);
                    text.push('\n');
                }
                None => {
                    let name = line.strip_prefix("```text example=");
                    open = name.map(|name| (name.to_owned(), String::new()));
                }
            }
        }
        blocks
    }

    fn sha256(runs: &[&[u8]]) -> Vec<u8> {
        let mut hasher = Sha256::new();
        for run in runs {
            hasher.update(run);
        }
        hasher.finalize().to_vec()
    }

    fn from_hex(text: &str) -> Vec<u8> {
        Hash::parse_hex(text).unwrap().as_bytes().to_vec()
    }

    #[test]
    fn the_example_of_the_page_is_the_frozen_journal() {
        let example = example();
        for index in 0..5 {
            let entry = frozen("v1-tiny", &format!("entries/{index:03}.json"));
            assert_eq!(example[&format!("entry-{index}")].trim_end().as_bytes(), entry);
        }
        assert_eq!(example["vkey"].as_bytes(), frozen("v1-tiny", "vkey"));
        assert_eq!(example["checkpoint"].as_bytes(), frozen("v1-tiny", "checkpoint"));
        let parts = example["parts"].lines().filter(|line| line.starts_with("bytes ")).count();
        assert_eq!(parts, tiny().parts.len());
    }

    #[test]
    fn the_parts_of_the_example_open_their_commitments() {
        let example = example();
        let lines: Vec<&str> = example["parts"].lines().collect();
        let manifests: String =
            (0..5).map(|index| example[&format!("entry-{index}")].clone()).collect();
        for part in lines.chunks(4) {
            let [commitment, salt, bytes, ..] = part else { panic!("{part:?}") };
            let commitment = commitment.strip_prefix("commitment ").unwrap();
            let salt = from_hex(salt.strip_prefix("salt ").unwrap());
            let bytes = bytes.strip_prefix("bytes ").unwrap().as_bytes();
            let length = u64::try_from(bytes.len()).unwrap().to_be_bytes();
            let computed = sha256(&[b"servanda/part/v1\n", &salt, &length, bytes]);
            assert_eq!(hex(&computed), commitment);
            assert!(manifests.contains(commitment), "{commitment}");
        }
    }

    #[test]
    fn the_content_digest_of_the_example_is_that_of_its_manifest() {
        for index in 0..3 {
            let entry = &example()[&format!("entry-{index}")];
            let (_, rest) = entry.split_once("\"content\":\"").unwrap();
            let (content, _) = rest.split_once('"').unwrap();
            let (_, rest) = entry.split_once("\"parts\":").unwrap();
            let (manifest, _) = rest.split_once(",\"record\"").unwrap();
            let computed = sha256(&[b"servanda/content/v1\n", manifest.as_bytes()]);
            assert_eq!(hex(&computed), content);
        }
    }

    #[test]
    fn the_tree_of_the_example_leads_to_its_root() {
        let example = example();
        let leaves: Vec<Vec<u8>> = (0..5)
            .map(|index| sha256(&[&[0], example[&format!("entry-{index}")].trim_end().as_bytes()]))
            .collect();
        let node = |left: &[u8], right: &[u8]| sha256(&[&[1], left, right]);
        let pair = [node(&leaves[0], &leaves[1]), node(&leaves[2], &leaves[3])];
        let four = node(&pair[0], &pair[1]);
        let all = node(&four, &leaves[4]);

        let named = [
            ("leaf 0", &leaves[0]),
            ("leaf 1", &leaves[1]),
            ("leaf 2", &leaves[2]),
            ("leaf 3", &leaves[3]),
            ("leaf 4", &leaves[4]),
            ("node 0-1", &pair[0]),
            ("node 2-3", &pair[1]),
            ("node 0-3", &four),
            ("root 0-4", &all),
        ];
        let written = named.map(|(name, hash)| format!("{name}  {}\n", hex(hash))).concat();
        assert_eq!(example["tree"], written);

        let verifier = Verifier::parse(example["vkey"].trim_end()).unwrap();
        let head = Checkpoint::open(&example["checkpoint"], &verifier).unwrap().head;
        assert_eq!((head.size, head.root.as_bytes().to_vec()), (5, all));
        // The proofs that the page names.
        let hash = |bytes: &[u8]| Hash::from_slice(bytes).unwrap();
        let path = [hash(&leaves[3]), hash(&pair[0]), hash(&leaves[4])];
        assert_eq!(proof::verify_inclusion(2, &hash(&leaves[2]), &head, &path), Ok(()));
    }

    fn from_base64(text: &str) -> Vec<u8> {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let digits = text.bytes().filter_map(|byte| DIGITS.iter().position(|digit| *digit == byte));
        let bits = digits.map(|digit| format!("{digit:06b}")).collect::<Vec<_>>().concat();
        let bytes = bits.as_bytes().chunks_exact(8).map(|bits| std::str::from_utf8(bits).unwrap());
        bytes.map(|bits| u8::from_str_radix(bits, 2).unwrap()).collect()
    }

    #[test]
    fn the_key_of_the_example_is_named_by_its_hash() {
        let text = example()["vkey"].trim_end().to_owned();
        let (name, rest) = text.split_once('+').unwrap();
        let (number, key) = rest.split_once('+').unwrap();
        let computed = sha256(&[name.as_bytes(), b"\n", &from_base64(key)]);
        assert_eq!(hex(&computed[..4]), number);
        let signature = example()["checkpoint"].lines().last().unwrap().to_owned();
        let words: Vec<&str> = signature.split(' ').collect();
        assert_eq!(words[..2], ["\u{2014}", name]);
        let signature = from_base64(words[2]);
        assert_eq!((hex(&signature[..4]).as_str(), signature.len()), (number, 4 + 64));
    }

    #[test]
    fn identifiers_come_from_the_namespace_as_the_page_says() {
        let digest = sha256(&[b"servanda/id/v1\n", NAMESPACE.as_bytes(), b"\nperson/p001"]);
        let bits = digest.iter().take(7).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        assert_eq!(RecordId::from_bits(bits >> 6), id("person/p001"));
        assert!(example()["entry-0"].contains(&format!("\"record\":\"{}\"", id("person/p001"))));
    }

    #[test]
    fn the_small_data_set_of_the_page_is_whole() {
        let page = std::fs::read_to_string(root().join("docs/dataset.md")).unwrap();
        let (_, rest) = page.split_once("## A small set").unwrap();
        let (_, rest) = rest.split_once("```toml\n").unwrap();
        let (set, _) = rest.split_once("```").unwrap();
        let set = DataSet::parse(&[("wells.toml".to_owned(), set.to_owned())]).unwrap();
        assert_eq!(set.records.len(), 5);
        let minutes = b"The two sides will survey every well.\n";
        assert_eq!(set.documents[0].digest, hex(&sha256(&[minutes])));
    }

    /// What points 7 and 8 of the page say about entries, on the entries of the example.
    #[test]
    fn a_verifier_rejects_what_the_page_says_it_must() {
        use Unreadable as U;
        let entry = example()["entry-1"].trim_end().to_owned();
        let refused = |change: &dyn Fn(&str) -> String, why: U| {
            let changed = change(&entry);
            assert_ne!(changed, entry);
            assert_eq!(decode(changed.as_bytes()), Err(why), "{changed}");
        };
        refused(&|text| format!("{text}{}", " ".repeat(4096)), U::TooLong);
        refused(&|text| text.replace("operator", "Zoé"), U::NotInTheGrammar);
        refused(&|text| text.replace("operator", "two words"), U::NotInTheGrammar);
        refused(&|text| text.replace("operator", ""), U::NotInTheGrammar);
        refused(&|text| text.replace("operator", &"x".repeat(129)), U::NotInTheGrammar);
        refused(&|text| text.replace("\"v\":1", "\"v\":1.0"), U::NotInTheGrammar);
        refused(&|text| text.replace("\"v\":1", "\"v\":true"), U::NotInTheGrammar);
        refused(&|text| text.replace("\"v\":1", "\"v\":null"), U::NotInTheGrammar);
        refused(&|text| text.replace(':', ": "), U::NotCanonical);
        refused(&|text| format!("{text}\n"), U::NotCanonical);
        refused(
            &|text| text.replace("{\"account\"", "{\"account\":\"a\",\"account\""),
            U::NotCanonical,
        );
        refused(&|text| text.replace("operator", "\\u006fperator"), U::NotCanonical);
        refused(&|text| text.replace("\"v\":1", "\"v\":1,\"w\":1"), U::Malformed);
        refused(&|text| text.replace(",\"v\":1", ""), U::Malformed);
        refused(&|text| text.replace("commitment\",\"parts", "treaty\",\"parts"), U::Malformed);
        refused(&|text| text.replace("\"language\":\"fr\"", "\"language\":\"de\""), U::Malformed);
        refused(
            &|text| text.replace("\"role\":\"title\"", "\"role\":\"name\""),
            U::ContentMismatch,
        );
        let later = entry.replace("\"v\":1", "\"v\":2");
        assert_eq!(decode(later.as_bytes()), Ok(Decoded::NotUnderstood));
        let unknown = entry.replace("\"act\":\"state\"", "\"act\":\"ratify\"");
        assert_eq!(decode(unknown.as_bytes()), Ok(Decoded::NotUnderstood));
    }
}
