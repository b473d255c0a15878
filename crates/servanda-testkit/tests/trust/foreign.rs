//! Journals that we publish are verified by the Go implementation of
//! transparency logs, which shares no line with ours; and what one of the two
//! refuses, the other refuses too.
//!
//! Needs the Debian packages `golang-go` and `golang-golang-x-mod-dev`.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use servanda_journal::tile::{Resource, resources, resources_between};
use servanda_journal::{Checkpoint, Signer, Verifier, bundle, leaf_hash, proof, verify_log};
use servanda_store::{Batch, Ground, Hash, Head};
use tempfile::TempDir;

const ORIGIN: &str = "record.example/published";

/// How many mutants of each kind both verifiers must refuse.
const MUTANTS: usize = 1_000;

/// Every size that is published: each up to a few tiles, and those around the
/// third level of tiles.
fn sizes() -> impl Iterator<Item = u64> {
    (1..=1_025).chain(65_535..=65_537)
}

/// A journal of 65,537 entries, published at every size.
struct Published {
    folder: TempDir,
    ground: Ground,
    signer: Signer,
}

impl Published {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let ground = Ground::open(&folder.path().join("ground.db")).unwrap();
        ground.create_journal(ORIGIN).unwrap();
        let mut chance = Chance(1);
        let entries: Vec<_> = (0..65_537).map(|_| chance.entry()).collect();
        let mut head = Head::EMPTY;
        for entries in entries.chunks(40_000) {
            let batch = Batch { entries: entries.to_vec(), ..Batch::default() };
            head = ground.append(ORIGIN, head, &batch).unwrap();
        }
        let signer = Signer::from_seed(ORIGIN, &[5; 32]).unwrap();
        let published = Self { folder, ground, signer };
        let mut older = 0;
        for size in sizes() {
            published.publish(older, size);
            older = size;
        }
        published
    }

    /// Writes the files that a journal of this size has besides earlier ones.
    fn publish(&self, older: u64, size: u64) {
        for resource in resources_between(older, size) {
            let path = self.folder.path().join(resource.to_string());
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, self.file(size, resource)).unwrap();
        }
        let note = Checkpoint::sign(&self.head(size), &self.signer).to_string();
        fs::write(self.checkpoint(size), note).unwrap();
    }

    fn head(&self, size: u64) -> Head {
        Head { size, root: self.ground.root(ORIGIN, size).unwrap().unwrap() }
    }

    fn file(&self, size: u64, resource: Resource) -> Vec<u8> {
        match resource {
            Resource::Checkpoint => fs::read(self.checkpoint(size)).unwrap(),
            Resource::Tile(tile) => self.ground.tile(ORIGIN, &tile).unwrap().unwrap(),
            Resource::Bundle(file) => self.ground.entry_bundle(ORIGIN, &file).unwrap().unwrap(),
        }
    }

    fn checkpoint(&self, size: u64) -> PathBuf {
        self.folder.path().join(format!("checkpoint.{size}"))
    }

    /// Our verdict over the files, where those in the overlay come first.
    fn is_accepted(&self, checkpoint: &Path, overlay: Option<&Path>) -> bool {
        let read = |resource: Resource| -> io::Result<Vec<u8>> {
            if resource == Resource::Checkpoint {
                return fs::read(checkpoint);
            }
            let changed = overlay.map(|overlay| fs::read(overlay.join(resource.to_string())));
            match changed {
                Some(Ok(bytes)) => Ok(bytes),
                Some(Err(_)) | None => fs::read(self.folder.path().join(resource.to_string())),
            }
        };
        verify_log(&self.signer.verifier(), read).is_ok()
    }

    fn question(&self, checkpoint: &Path, overlay: Option<&Path>) -> String {
        let overlay = overlay.map_or("-".to_owned(), |overlay| overlay.display().to_string());
        format!("log {} {} {overlay}", self.folder.path().display(), checkpoint.display())
    }
}

#[test]
fn others_accept_every_size_and_refuse_every_mutant() {
    let published = Published::new();
    let (mut questions, mut size_count) = (Vec::new(), 0);
    for size in sizes() {
        let checkpoint = published.checkpoint(size);
        assert!(published.is_accepted(&checkpoint, None), "size {size}");
        questions.push(published.question(&checkpoint, None));
        size_count += 1;
    }
    let mut chance = Chance(2);
    let overlays = TempDir::new().unwrap();
    let mut mutants = Vec::new();
    for number in 0..MUTANTS {
        let overlay = overlays.path().join(number.to_string());
        // One in fifty is of a journal with three levels of tiles.
        let size = match chance.below(50) {
            0 => 65_535 + chance.next() % 3,
            _ => 1 + chance.next() % 1_025,
        };
        let (kind, checkpoint) = mutate(&published, size, &overlay, &mut chance);
        assert!(!published.is_accepted(&checkpoint, Some(&overlay)), "{number}: {kind}");
        questions.push(published.question(&checkpoint, Some(&overlay)));
        mutants.push(kind);
    }
    let answers = ask_go(&published.signer.verifier(), &questions);
    let (accepted, refused) = answers.split_at(size_count);
    for (size, answer) in sizes().zip(accepted) {
        assert_eq!(answer, "ok", "size {size}");
    }
    assert_eq!(refused.len(), MUTANTS);
    for (kind, answer) in mutants.iter().zip(refused) {
        assert!(answer.starts_with("bad "), "{kind}: {answer}");
    }
}

#[test]
fn others_accept_every_proof_and_refuse_every_mutant() {
    let folder = TempDir::new().unwrap();
    let ground = Ground::open(&folder.path().join("ground.db")).unwrap();
    ground.create_journal(ORIGIN).unwrap();
    let mut chance = Chance(3);
    let entries: Vec<_> = (0..1_025).map(|_| chance.entry()).collect();
    let batch = Batch { entries: entries.clone(), ..Batch::default() };
    ground.append(ORIGIN, Head::EMPTY, &batch).unwrap();

    let (mut questions, mut expected) = (Vec::new(), Vec::new());
    for number in 0..MUTANTS {
        let size = 2 + chance.next() % 1_024;
        let index = chance.next() % size;
        let root = ground.root(ORIGIN, size).unwrap().unwrap();
        let claim = if number % 2 == 0 {
            let hashes = ground.inclusion_proof(ORIGIN, index, size).unwrap().unwrap();
            let leaf = leaf_hash(&entries[usize::try_from(index).unwrap()]);
            Claim::Inclusion { index, size, hashes: [vec![leaf, root], hashes].concat() }
        } else {
            let older = 1 + index;
            let hashes = ground.consistency_proof(ORIGIN, older, size).unwrap().unwrap();
            let old_root = ground.root(ORIGIN, older).unwrap().unwrap();
            Claim::Consistency { older, size, hashes: [vec![old_root, root], hashes].concat() }
        };
        for (claim, holds) in [(claim.clone(), true), (claim.mutate(&mut chance), false)] {
            assert_eq!(claim.holds(), holds, "{claim:?}");
            questions.push(claim.question());
            expected.push(holds);
        }
    }
    let verifier = Signer::from_seed(ORIGIN, &[5; 32]).unwrap().verifier();
    let answers = ask_go(&verifier, &questions);
    for ((question, holds), answer) in questions.iter().zip(expected).zip(answers) {
        assert_eq!(answer == "ok", holds, "{question}: {answer}");
    }
}

/// What a proof says. The first two hashes are those it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Claim {
    Inclusion { index: u64, size: u64, hashes: Vec<Hash> },
    Consistency { older: u64, size: u64, hashes: Vec<Hash> },
}

impl Claim {
    fn holds(&self) -> bool {
        match self {
            Self::Inclusion { index, size, hashes } => {
                let head = Head { size: *size, root: hashes[1] };
                proof::verify_inclusion(*index, &hashes[0], &head, &hashes[2..]).is_ok()
            }
            Self::Consistency { older, size, hashes } => {
                let old = Head { size: *older, root: hashes[0] };
                let new = Head { size: *size, root: hashes[1] };
                proof::verify_consistency(&old, &new, &hashes[2..]).is_ok()
            }
        }
    }

    fn question(&self) -> String {
        let text = |hashes: &[Hash]| {
            let hashes: Vec<_> = hashes.iter().map(|hash| hash.to_base64()).collect();
            if hashes.is_empty() { "-".to_owned() } else { hashes.join(",") }
        };
        match self {
            Self::Inclusion { index, size, hashes } => format!(
                "inclusion {index} {size} {} {} {}",
                text(&hashes[..1]),
                text(&hashes[1..2]),
                text(&hashes[2..])
            ),
            Self::Consistency { older, size, hashes } => format!(
                "consistency {older} {} {size} {} {}",
                text(&hashes[..1]),
                text(&hashes[1..2]),
                text(&hashes[2..])
            ),
        }
    }

    /// Changes, drops, repeats or swaps a hash.
    fn mutate(&self, chance: &mut Chance) -> Self {
        let mut mutant = self.clone();
        while mutant == *self {
            let (Self::Inclusion { hashes, .. } | Self::Consistency { hashes, .. }) = &mut mutant;
            let length = hashes.len();
            let place = chance.below(length);
            match chance.below(4) {
                0 if length > 2 => drop(hashes.remove(2 + place % (length - 2))),
                1 => hashes.push(hashes[place]),
                2 => hashes.swap(place, (place + 1) % length),
                _ => hashes[place].0[chance.below(32)] ^= 1 << chance.below(8),
            }
        }
        mutant
    }
}

/// Writes a changed file of the journal into the overlay. Says what kind of
/// change it is, and where the checkpoint is.
fn mutate(
    published: &Published,
    size: u64,
    overlay: &Path,
    chance: &mut Chance,
) -> (String, PathBuf) {
    fs::create_dir_all(overlay).unwrap();
    let mut files: Vec<_> = resources(size).collect();
    // A third of all changes are of the checkpoint.
    let place = chance.below(files.len() + files.len() / 2 + 1);
    let Some(resource) = files.get(place).copied() else {
        let (kind, note) = mutate_checkpoint(published, size, chance);
        let checkpoint = overlay.join("checkpoint");
        fs::write(&checkpoint, note).unwrap();
        return (format!("{kind} at size {size}"), checkpoint);
    };
    let bytes = published.file(size, resource);
    let mut mutant = bytes.clone();
    let mut kind = "";
    while mutant == bytes {
        (kind, mutant) = match (chance.below(3), resource) {
            (0, Resource::Tile(_)) => ("hashes swapped", chance.swap_chunks(&bytes, 32)),
            (0, Resource::Bundle(file)) => {
                let mut entries = bundle::decode(&bytes, file.width).unwrap();
                let other = chance.below(entries.len());
                entries.swap(other, chance.below(usize::from(file.width)));
                ("entries swapped", bundle::encode(&entries).unwrap())
            }
            (1, _) => {
                let other = files.swap_remove(chance.below(files.len()));
                files.push(other);
                ("another file", published.file(size, other))
            }
            _ => ("bytes changed", chance.mutate(&bytes)),
        };
    }
    let path = overlay.join(resource.to_string());
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, mutant).unwrap();
    (format!("{kind} in {resource} at size {size}"), published.checkpoint(size))
}

fn mutate_checkpoint(
    published: &Published,
    size: u64,
    chance: &mut Chance,
) -> (&'static str, Vec<u8>) {
    let head = published.head(size);
    let text = fs::read_to_string(published.checkpoint(size)).unwrap();
    let other_size = 1 + (size + chance.next() % 1_000) % 1_025;
    match chance.below(6) {
        0 if other_size != size => {
            let other = published.head(other_size);
            let other_root = Head { size, root: other.root };
            ("another root", Checkpoint::sign(&other_root, &published.signer).to_string().into())
        }
        1 if other_size != size => {
            let changed = text.replacen(&format!("\n{size}\n"), &format!("\n{other_size}\n"), 1);
            ("another size, not signed", changed.into())
        }
        2 if other_size != size => {
            let other_size = Head { size: other_size, root: head.root };
            (
                "another size, signed",
                Checkpoint::sign(&other_size, &published.signer).to_string().into(),
            )
        }
        3 => {
            let stranger = Signer::from_seed(ORIGIN, &[6; 32]).unwrap();
            ("another key", Checkpoint::sign(&head, &stranger).to_string().into())
        }
        4 => {
            let other = Signer::from_seed("record.example/other", &[5; 32]).unwrap();
            ("another journal", Checkpoint::sign(&head, &other).to_string().into())
        }
        _ => ("changed checkpoint", chance.mutate(text.as_bytes())),
    }
}

/// Asks the Go program all questions at once.
fn ask_go(verifier: &Verifier, questions: &[String]) -> Vec<String> {
    let folder = TempDir::new().unwrap();
    let asked = folder.path().join("questions");
    fs::write(&asked, questions.join("\n") + "\n").unwrap();
    #[expect(clippy::disallowed_methods, reason = "a verifier that is not ours is a program")]
    let mut go = Command::new(go_verifier());
    let run =
        go.arg(verifier.to_string()).arg("-").stdin(File::open(&asked).unwrap()).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let answers: Vec<_> = String::from_utf8(run.stdout).unwrap().lines().map(Into::into).collect();
    assert_eq!(answers.len(), questions.len());
    answers
}

/// The Go program, compiled once.
fn go_verifier() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/go/verify.go");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let program = folder.join(format!("go-verifier-{}", std::process::id()));
        #[expect(clippy::disallowed_methods, reason = "a verifier that is not ours is a program")]
        let mut go = Command::new("go");
        go.args(["build", "-o"]).arg(&program).arg(source);
        // Debian puts the sources of Go packages there.
        go.env("GOPATH", "/usr/share/gocode").env("GO111MODULE", "off").env("GOPROXY", "off");
        go.env("GOCACHE", folder.join("go-cache")).env_remove("GOFLAGS");
        let run = go.output().expect("go cannot be started; tests/install-go.sh installs it");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        program
    })
}

/// Numbers that look random and are the same every time (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    /// Mostly short, now and then empty or as long as an entry can be.
    fn entry(&mut self) -> Vec<u8> {
        let length = match self.below(500) {
            0 => 0,
            1 => servanda_journal::ENTRY_SIZE_BYTES_MAX,
            _ => self.below(120),
        };
        (0..length).map(|_| self.byte()).collect()
    }

    /// Changes a bit or a byte, the end, or swaps two bytes.
    fn mutate(&mut self, bytes: &[u8]) -> Vec<u8> {
        loop {
            let mut mutant = bytes.to_vec();
            let place = self.below(bytes.len());
            match self.below(5) {
                0 => mutant[place] ^= 1 << self.below(8),
                1 => mutant[place] = self.byte(),
                2 => mutant.truncate(place),
                3 => mutant.push(self.byte()),
                _ => mutant.swap(place, self.below(bytes.len())),
            }
            if mutant != bytes {
                return mutant;
            }
        }
    }

    fn swap_chunks(&mut self, bytes: &[u8], length: usize) -> Vec<u8> {
        let mut chunks: Vec<_> = bytes.chunks(length).collect();
        let place = self.below(chunks.len());
        let other = self.below(chunks.len());
        chunks.swap(place, other);
        chunks.concat()
    }
}
