//! What the program costs: appends, verification, loading, pages, memory, start, size.
//!
//! Measures the release build on this machine and prints a table for `docs/performance.md`.
//! Nothing here is asserted: figures are for reading, and only the loopback address is asked.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use servanda_store::{Batch, Ground, Head, KeyFolder, Ledger, verify_journal};
use tempfile::TempDir;

/// Appends timed, each acknowledged before the next.
const APPENDS: usize = 300;
/// Entries of the journal that is verified.
const VERIFIED_ENTRIES: usize = 100_000;
/// Connections kept open at once, and requests on each.
const CONNECTIONS: usize = 16;
const REQUESTS: usize = 250;
/// Times a start is timed.
const STARTS: usize = 5;
/// Bytes of an entry like those of a data set.
const ENTRY_BYTES: usize = 1_100;

/// Runs every measurement; `root` is the folder of the workspace.
pub(crate) fn run(root: &Path) -> Result<()> {
    let program = root.join("target/release/servanda");
    anyhow::ensure!(program.is_file(), "build it first: cargo build --release -p servanda");
    say("| what | figure |");
    say("| --- | --- |");
    appends()?;
    verification()?;
    let size = std::fs::metadata(&program)?.len();
    row("size of the program", &format!("{:.1} MB", mega(size)));
    let folder = TempDir::new()?;
    loading(root, &program, folder.path())?;
    site(&program, folder.path())
}

fn appends() -> Result<()> {
    let folder = TempDir::new()?;
    let bare = {
        let mut file = std::fs::File::create(folder.path().join("bare"))?;
        let entry = vec![b'x'; ENTRY_BYTES];
        let started = now();
        for _ in 0..APPENDS {
            file.write_all(&entry)?;
            file.sync_data()?;
        }
        per_second(APPENDS, started)
    };
    let ground = Arc::new(Ground::open(&folder.path().join("ground.db"))?);
    let ledger = Ledger::open(ground, KeyFolder::open(&folder.path().join("keys"))?)?;
    let origin = "bench.example/wells/registrar";
    ledger.found(origin, &[1; 32])?;
    let mut head = Head::EMPTY;
    let started = now();
    for number in 0..APPENDS {
        head = ledger.append(origin, head, &batch(number, 1))?;
    }
    let acknowledged = per_second(APPENDS, started);
    row("bare write and fdatasync", &format!("{bare:.0} a second"));
    row(
        "appends acknowledged (stored, remembered, signed)",
        &format!("{acknowledged:.0} a second"),
    );
    row("ratio of the two", &format!("{:.2}", acknowledged / bare));
    Ok(())
}

fn verification() -> Result<()> {
    let folder = TempDir::new()?;
    let ground = Arc::new(Ground::open(&folder.path().join("ground.db"))?);
    let ledger = Ledger::open(Arc::clone(&ground), KeyFolder::open(&folder.path().join("keys"))?)?;
    let origin = "bench.example/wells/registrar";
    let verifier = ledger.found(origin, &[1; 32])?;
    let at_once = 10_000;
    let mut head = Head::EMPTY;
    for first in (0..VERIFIED_ENTRIES).step_by(at_once) {
        head = ledger.append(origin, head, &batch(first, at_once))?;
    }
    let started = now();
    verify_journal(&ground, origin, &verifier)?;
    let rate = per_second(VERIFIED_ENTRIES, started);
    row("entries verified (every hash, node and signature)", &format!("{rate:.0} a second"));
    Ok(())
}

fn batch(first: usize, count: usize) -> Batch {
    let entry = |number: usize| {
        let mut entry = format!("{{\"n\":{number},\"x\":\"").into_bytes();
        entry.resize(ENTRY_BYTES - 2, b'x');
        entry.extend(b"\"}");
        entry
    };
    Batch { entries: (first..first + count).map(entry).collect(), ..Batch::default() }
}

fn loading(root: &Path, program: &Path, folder: &Path) -> Result<()> {
    let set = root.join("data/canada-mexico");
    let data = folder.join("data");
    let mut arguments: Vec<PathBuf> = vec!["load".into(), set, "--data".into(), data.clone()];
    let documents = root.join("../shared/corpus/seeds");
    if documents.is_dir() {
        arguments.extend(["--documents".into(), documents]);
    }
    let started = now();
    run_program(program, &arguments)?;
    row("load of the Canada–Mexico data set, index included", &milliseconds(started.elapsed()));
    let started = now();
    run_program(program, &["rebuild".into(), "--data".into(), data])?;
    row("rebuild of its register, index included", &milliseconds(started.elapsed()));
    Ok(())
}

fn site(program: &Path, folder: &Path) -> Result<()> {
    let data = folder.join("data");
    let mut starts: Vec<Duration> = Vec::new();
    for _ in 0..STARTS {
        let started = now();
        let server = Server::start(program, &data)?;
        server.get("/en/canada-mexico")?;
        starts.push(started.elapsed());
    }
    starts.sort();
    let middle = starts.get(STARTS / 2).copied().unwrap_or_default();
    row("cold start to the first page (median)", &milliseconds(middle));
    let server = Server::start(program, &data)?;
    server.get("/en/canada-mexico")?;
    row("idle memory after the first page", &format!("{:.0} MB", server.resident_megabytes()?));
    for (name, path) in pages(&server)? {
        let alone = server.load(&path, 1)?;
        let crowd = server.load(&path, CONNECTIONS)?;
        row(
            &format!("page: {name} ({} bytes)", alone.bytes),
            &format!(
                "one reader p50 {:.2} ms, p99 {:.2} ms; {CONNECTIONS} readers p50 {:.1} ms, p99 \
                 {:.1} ms, {:.0} a second",
                alone.p50, alone.p99, crowd.p50, crowd.p99, crowd.rate
            ),
        );
    }
    row("memory after that", &format!("{:.0} MB", server.resident_megabytes()?));
    Ok(())
}

/// One page of each sort, the first record of each kind.
fn pages(server: &Server) -> Result<Vec<(String, String)>> {
    let home = "/en/canada-mexico".to_owned();
    let mut pages = vec![
        ("partnership".to_owned(), home.clone()),
        ("commitments".to_owned(), format!("{home}/commitments")),
        ("commitments, filtered".to_owned(), format!("{home}/commitments?lens=youth&year=2021")),
        ("people".to_owned(), format!("{home}/people")),
        ("journal".to_owned(), format!("{home}/journal/registrar")),
        ("search".to_owned(), "/es/search?q=incendios+forestales".to_owned()),
    ];
    for (name, collection) in
        [("a commitment", "commitments"), ("a body", "bodies"), ("a document", "documents")]
    {
        let list = server.get(&format!("{home}/{collection}.json"))?;
        let id = list.split("\"id\": \"").nth(1).and_then(|rest| rest.split('"').next());
        let id = id.with_context(|| format!("no record in {collection}"))?;
        pages.push((name.to_owned(), format!("{home}/{collection}/{id}")));
    }
    Ok(pages)
}

/// How a page did: median and 99th percentile in milliseconds, requests a second, its size.
struct Load {
    p50: f64,
    p99: f64,
    rate: f64,
    bytes: usize,
}

/// A running program, ended when it is dropped.
pub(crate) struct Server {
    child: Child,
    address: String,
}

impl Server {
    #[expect(clippy::disallowed_methods, reason = "the program is what is measured")]
    pub(crate) fn start(program: &Path, data: &Path) -> Result<Self> {
        let mut child = Command::new(program)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take().context("its output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        let address = address.with_context(|| format!("no address in {line:?}"))?.to_owned();
        Ok(Self { child, address })
    }

    pub(crate) fn get(&self, path: &str) -> Result<String> {
        let mut connection = Connection::open(&self.address)?;
        Ok(String::from_utf8_lossy(&connection.get(path)?).into_owned())
    }

    /// Asks for these pages in turn on one connection; median and 99th percentile in milliseconds.
    pub(crate) fn time(&self, paths: &[String], rounds: usize) -> Result<(f64, f64)> {
        let mut connection = Connection::open(&self.address)?;
        let mut times = Vec::with_capacity(rounds);
        for path in paths.iter().cycle().take(rounds) {
            let asked = now();
            connection.get(path)?;
            times.push(asked.elapsed());
        }
        Ok((percentile(&mut times, 50), percentile(&mut times, 99)))
    }

    /// Asks for a page on so many connections at once, each asking again when it was answered.
    fn load(&self, path: &str, connections: usize) -> Result<Load> {
        let started = now();
        let workers: Vec<_> = (0..connections)
            .map(|_| {
                let (address, path) = (self.address.clone(), path.to_owned());
                std::thread::spawn(move || -> Result<(Vec<Duration>, usize)> {
                    let mut connection = Connection::open(&address)?;
                    let mut times = Vec::with_capacity(REQUESTS);
                    let mut bytes = 0;
                    for _ in 0..REQUESTS {
                        let asked = now();
                        bytes = connection.get(&path)?.len();
                        times.push(asked.elapsed());
                    }
                    Ok((times, bytes))
                })
            })
            .collect();
        let mut times = Vec::new();
        let mut bytes = 0;
        for worker in workers {
            let joined = worker.join().map_err(|_panic| anyhow::anyhow!("a connection stopped"))?;
            let (found, size) = joined?;
            times.extend(found);
            bytes = size;
        }
        let rate = per_second(times.len(), started);
        let (p50, p99) = (percentile(&mut times, 50), percentile(&mut times, 99));
        Ok(Load { p50, p99, rate, bytes })
    }

    pub(crate) fn resident_megabytes(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find(|line| line.starts_with("VmRSS")).context("VmRSS")?;
        let kilobytes: f64 = line.split_whitespace().nth(1).context("a number")?.parse()?;
        Ok(kilobytes / 1_000.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// One connection that is kept open.
struct Connection {
    stream: BufReader<TcpStream>,
}

impl Connection {
    fn open(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_mins(1)))?;
        Ok(Self { stream: BufReader::new(stream) })
    }

    fn get(&mut self, path: &str) -> Result<Vec<u8>> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: bench\r\n\r\n");
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut length = 0;
        let mut line = String::new();
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse()?;
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(body)
    }
}

/// The time that so many of a hundred stay under, in milliseconds.
fn percentile(times: &mut [Duration], share: usize) -> f64 {
    times.sort();
    let place = (times.len() * share / 100).min(times.len().saturating_sub(1));
    times.get(place).copied().unwrap_or_default().as_secs_f64() * 1_000.0
}

#[expect(clippy::disallowed_methods, reason = "the program is what is measured")]
fn run_program(program: &Path, arguments: &[PathBuf]) -> Result<()> {
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).status()?;
    anyhow::ensure!(status.success(), "{} did not do it: {status}", program.display());
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

fn per_second(count: usize, started: Instant) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / started.elapsed().as_secs_f64()
}

pub(crate) fn milliseconds(time: Duration) -> String {
    format!("{:.0} ms", time.as_secs_f64() * 1_000.0)
}

pub(crate) fn mega(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes / 1_000).unwrap_or(u32::MAX)) / 1_000.0
}

fn row(what: &str, figure: &str) {
    say(&format!("| {what} | {figure} |"));
}

pub(crate) fn say(line: &str) {
    // Whoever closed the output does not want the rest.
    drop(writeln!(std::io::stdout().lock(), "{line}"));
}
