//! The crash drill: a run of appends whose every byte is known beforehand,
//! and the check of what a crash left of it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, ensure};
use servanda_store::{
    AppendError, Batch, DocumentDraft, DurableSteps, Ground, Hash, Head, KeyFolder, Ledger,
    PartDraft, PartState, Steps, verify_contents, verify_journal,
};

/// The journal of the drill.
pub const ORIGIN: &str = "record.example/drill";

/// What its key grows from.
const SEED: [u8; 32] = [3; 32];

/// How many entries each append of the drill has, and as many parts.
const BATCH_LENGTH: u64 = 2;

/// What a run of the drill has said: what it acknowledged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The heads it acknowledged, in their order.
    pub heads: Vec<Head>,
    /// It said that the part of the first entry is erased.
    pub erased: bool,
    /// It said that the disk was full and that it tries again.
    pub full: bool,
}

impl Said {
    /// Reads what a run printed. A last line that was cut off says nothing.
    pub fn parse(printed: &str) -> Option<Self> {
        let mut said = Self::default();
        let whole = printed.rsplit_once('\n').map_or("", |(whole, _)| whole);
        for line in whole.lines() {
            match line {
                "erased" => said.erased = true,
                "full" => said.full = true,
                _ => said.heads.push(parse_head(line)?),
            }
        }
        Some(said)
    }

    fn size(&self) -> u64 {
        self.heads.last().map_or(0, |head| head.size)
    }
}

/// Opens the folder, appends, and prints `ack SIZE ROOT` after each append
/// that was acknowledged. Erases the part of the first entry after the first
/// append and prints `erased`.
pub fn run(folder: &Path, appends: u64, out: &mut dyn Write) -> anyhow::Result<()> {
    run_with(folder, appends, Box::new(DurableSteps), out)
}

/// As [`run`], with other steps.
pub fn run_with(
    folder: &Path,
    appends: u64,
    steps: Box<dyn Steps>,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let ledger = open(folder, steps)?;
    ledger.found(ORIGIN, &SEED)?;
    let mut head = ledger.ground().head(ORIGIN)?.unwrap_or(Head::EMPTY);
    for done in 0..appends {
        head = append(&ledger, head, out)?;
        writeln!(out, "ack {} {}", head.size, head.root)?;
        out.flush()?;
        if done == 0 {
            ensure!(ledger.ground().erase_part(&part(0).commitment())?, "the part is missing");
            writeln!(out, "erased")?;
            out.flush()?;
        }
    }
    Ok(())
}

/// Opens what a run left, and checks that the journal verifies, is a prefix
/// of what the drill appends, holds everything that was acknowledged, and can
/// be appended to. Returns how many entries it had.
pub fn check(folder: &Path, said: &Said) -> anyhow::Result<u64> {
    let ledger = open(folder, Box::new(DurableSteps)).context("opening")?;
    let size = ledger.ground().head(ORIGIN)?.map_or(0, |head| head.size);
    ensure!(size >= said.size(), "{} were acknowledged and {size} are there", said.size());
    if size > 0 {
        check_journal(&ledger, size, said)?;
    }
    check_erased(folder, &ledger, said)?;
    drop(ledger);

    let mut printed = Vec::new();
    run(folder, 1, &mut printed).context("appending again")?;
    let ledger = open(folder, Box::new(DurableSteps)).context("opening again")?;
    check_journal(&ledger, size + BATCH_LENGTH, said)?;
    Ok(size)
}

/// Appends, and tries once more where the disk was full: nothing of the batch
/// is there, and the ledger goes on.
fn append(ledger: &Ledger, head: Head, out: &mut dyn Write) -> anyhow::Result<Head> {
    match ledger.append(ORIGIN, head, &batch(head.size)) {
        Err(AppendError::Full { .. }) => {
            writeln!(out, "full")?;
            out.flush()?;
            Ok(ledger.append(ORIGIN, head, &batch(head.size))?)
        }
        appended => Ok(appended?),
    }
}

fn open(folder: &Path, steps: Box<dyn Steps>) -> anyhow::Result<Ledger> {
    let ground = Arc::new(Ground::open(&folder.join("ground.db"))?);
    let keys = KeyFolder::open(&folder.join("keys"))?;
    Ok(Ledger::open_with(ground, keys, steps)?)
}

fn check_journal(ledger: &Ledger, size: u64, said: &Said) -> anyhow::Result<()> {
    let ground = ledger.ground();
    let verifier = ledger.verifier(ORIGIN)?.context("the key is gone")?;
    let verified = verify_journal(ground, ORIGIN, &verifier)?;
    ensure!(verified.size == size, "{} verified of {size}", verified.size);
    ensure!(size.is_multiple_of(BATCH_LENGTH), "part of a batch is there: {size}");
    for head in &said.heads {
        let root = ground.root(ORIGIN, head.size)?;
        ensure!(root == Some(head.root), "the acknowledged head of {} is not there", head.size);
    }
    let all = usize::try_from(size)?;
    for entry in ground.entries(ORIGIN, 0, all)? {
        let n = entry.index;
        ensure!(entry.bytes == self::entry(n), "entry {n} is another one");
        match ground.part_state(&part(n).commitment())? {
            Some(PartState::Present(found)) => ensure!(found.bytes == part(n).bytes, "part {n}"),
            Some(PartState::Erased) => ensure!(n == 0, "part {n} is erased"),
            None => anyhow::bail!("part {n} is missing"),
        }
        let document = document(n - n % BATCH_LENGTH);
        let found = ground.document(&document.digest())?.context("a document is missing")?;
        ensure!(found.bytes == document.bytes, "the document of {n} is another one");
    }
    let contents = verify_contents(ground)?;
    ensure!(contents.parts_present + contents.parts_erased == size, "there are other parts");
    Ok(())
}

/// What was said to be erased is in no file, nor is what opening found erased.
fn check_erased(folder: &Path, ledger: &Ledger, said: &Said) -> anyhow::Result<()> {
    let state = ledger.ground().part_state(&part(0).commitment())?;
    let is_erased = state == Some(PartState::Erased);
    ensure!(is_erased || !said.erased, "an erased part is back");
    if is_erased {
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            let bytes = if path.is_file() { fs::read(&path)? } else { continue };
            for secret in [part(0).salt.as_slice(), part(0).bytes.as_slice()] {
                let found = bytes.windows(secret.len()).any(|window| window == secret);
                ensure!(!found, "an erased part is in {}", path.display());
            }
        }
    }
    Ok(())
}

/// Reads `ack SIZE ROOT`.
fn parse_head(line: &str) -> Option<Head> {
    let (size, root) = line.strip_prefix("ack ")?.split_once(' ')?;
    Some(Head { size: size.parse().ok()?, root: Hash::parse_hex(root).ok()? })
}

/// The append that a journal of this size gets next.
fn batch(size: u64) -> Batch {
    let numbers = size..size + BATCH_LENGTH;
    Batch {
        entries: numbers.clone().map(entry).collect(),
        parts: numbers.map(part).collect(),
        documents: vec![document(size)],
    }
}

fn entry(n: u64) -> Vec<u8> {
    format!("entry {n} commits to {}", part(n).commitment()).into_bytes()
}

fn part(n: u64) -> PartDraft {
    let salt = Hash::of(format!("salt {n}").as_bytes()).0;
    PartDraft { salt, bytes: format!("what part {n} says, and nothing else says").into_bytes() }
}

fn document(n: u64) -> DocumentDraft {
    let bytes = format!("document {n}\n").repeat(600).into_bytes();
    DocumentDraft { media_type: "text/plain".to_owned(), bytes }
}
