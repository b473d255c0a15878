//! A whole office in a temporary folder, with a fixed day and seeded chance, its site in process.
//!
//! When it is dropped the auditor runs: every hash and signature is verified, the register is
//! made again from the journals and compared.

use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use http_body::Frame;
use serde_json::Value;
use servanda_actions::{
    By, DataSet, DocumentCopy, LoadRefusal, Loaded, NotDone, OPERATOR, Office, load,
};
use servanda_register::{Register, RegisterError};
use servanda_search::Index;
use servanda_store::{verify_contents, verify_journal};
use servanda_web::{Site, items, router};
use tempfile::TempDir;
use tower::ServiceExt;

use crate::page::Page;

/// The moment at which everything happens first: noon of 1 March 2026, UTC.
pub const NOON: i64 = 1_772_366_400;
/// The journal that data sets are stated in.
pub const ORIGIN: &str = "test.example/wells/registrar";
/// Seconds between two acts.
const STEP: i64 = 86_400;

/// An office in a temporary folder.
#[derive(Debug)]
pub struct TestOffice {
    folder: TempDir,
    office: Arc<Office>,
    acts: i64,
}

impl TestOffice {
    /// An empty office.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        let office = Office::open(folder.path()).expect("a new office opens");
        Self { folder, office: Arc::new(office), acts: 0 }
    }

    /// An office that has loaded a data set, one file per element: name and text.
    pub fn with(files: &[(&str, &str)], copies: &[DocumentCopy]) -> Self {
        let mut office = Self::new();
        office.load(files, copies).expect("the data set is whole");
        office
    }

    /// Loads a data set; the next act happens a day later.
    pub fn load(
        &mut self,
        files: &[(&str, &str)],
        copies: &[DocumentCopy],
    ) -> Result<Loaded, NotDone<LoadRefusal>> {
        let files: Vec<(String, String)> =
            files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let set = DataSet::parse(&files)
            .map_err(|found| NotDone::Refused(LoadRefusal::Problems(found)))?;
        let origin = format!("test.example/{}/registrar", set.partnership);
        self.act(|office, by| load(office, &origin, &set, copies, by))
    }

    /// Does something as the operator, a day after the last act.
    pub fn act<T>(&mut self, act: impl FnOnce(&Office, &mut By<'_>) -> T) -> T {
        self.acts += 1;
        let at = NOON + (self.acts - 1) * STEP;
        let mut drawn = self.acts.unsigned_abs() << 32;
        let mut chance = || {
            drawn += 1;
            seeded(drawn)
        };
        act(&self.office, &mut By { account: OPERATOR, at, chance: &mut chance })
    }

    /// The office.
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// The office, for what keeps it.
    pub fn shared(&self) -> Arc<Office> {
        Arc::clone(&self.office)
    }

    /// Ends the office as a crash does, and opens it again. Nothing else may keep it.
    pub fn restart(&mut self) {
        let elsewhere = TempDir::new().expect("a temporary folder can be made");
        let other = Office::open(elsewhere.path()).expect("a new office opens");
        drop(std::mem::replace(&mut self.office, Arc::new(other)));
        let again = Office::open(self.folder.path()).expect("the office opens again");
        self.office = Arc::new(again);
    }

    /// The folder it is in.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// What the site answers at noon of 2 March 2026.
    pub fn get(&self, path: &str) -> Page {
        self.try_get(path).expect("the site answers")
    }

    fn try_get(&self, path: &str) -> Result<Page> {
        self.try_site()?.try_get(path)
    }

    /// The site as it is from here on, for many pages of one state.
    pub fn site(&self) -> TestSite {
        self.try_site().expect("a site over the office")
    }

    fn try_site(&self) -> Result<TestSite> {
        self.try_site_with(|site| site)
    }

    /// The site with something set up, such as the accounts of a demonstration.
    pub fn site_with(&self, set_up: impl FnOnce(Site) -> Site) -> TestSite {
        self.try_site_with(set_up).expect("a site over the office")
    }

    fn try_site_with(&self, set_up: impl FnOnce(Site) -> Site) -> Result<TestSite> {
        let now = Arc::new(AtomicI64::new(NOON + STEP));
        let clock = Arc::clone(&now);
        let drawn = AtomicU64::new(u64::MAX / 2 + self.acts.unsigned_abs());
        let site = set_up(Site::new(
            Arc::clone(&self.office),
            "https://test.example",
            move || clock.load(Ordering::SeqCst),
            move || seeded(drawn.fetch_add(1, Ordering::SeqCst)),
        ));
        let (found, erasures) = self
            .office
            .register()
            .view(|view| Ok::<_, RegisterError>((items(view)?, view.erasures())))?;
        let index = Index::create(&self.folder.path().join("derived/search"), found)?;
        site.set_index(index, erasures);
        Ok(TestSite {
            router: router(Arc::new(site)),
            runtime: tokio::runtime::Builder::new_current_thread().enable_time().build()?,
            now,
            from: Mutex::new(None),
        })
    }

    /// The text of a page that is there.
    #[track_caller]
    pub fn read(&self, path: &str) -> String {
        let page = self.get(path);
        assert_eq!(page.status, StatusCode::OK, "{path}");
        page.text()
    }

    /// The path of the first record of a collection whose title or name contains these words.
    #[track_caller]
    pub fn path_of(&self, collection: &str, words: &str) -> String {
        let list = self.get(&format!("/en/{collection}.json")).json();
        let records = list.get("records").and_then(Value::as_array).expect("a list of records");
        let record = records
            .iter()
            .find(|record| {
                record.get("texts").is_some_and(|texts| texts.to_string().contains(words))
            })
            .expect("a record of the collection contains the words");
        let address = record.get("address").and_then(Value::as_str).expect("an address");
        address.trim_start_matches("https://test.example").to_owned()
    }

    fn audit(&self) -> Result<()> {
        let ground = self.office.ground();
        for journal in ground.journals()? {
            let verifier =
                self.office.ledger().verifier(&journal.origin)?.context("a key of its own")?;
            verify_journal(ground, &journal.origin, &verifier)?;
        }
        verify_contents(ground)?;
        let fresh = self.folder.path().join("derived/audit.db");
        Register::rebuild(&fresh, ground)?;
        let again = Register::open(&fresh, ground)?;
        let (kept, made) = (self.office.register().digest()?, again.digest()?);
        anyhow::ensure!(kept == made, "the register is not what the journals say");
        let twice = self.folder.path().join("derived/audit-twice.db");
        let once = self.folder.path().join("derived/audit-once.db");
        Register::rebuild(&once, ground)?;
        Register::rebuild(&twice, ground)?;
        anyhow::ensure!(std::fs::read(once)? == std::fs::read(twice)?, "two rebuilds differ");
        Ok(())
    }
}

/// Bytes that nobody has drawn before with another number.
fn seeded(number: u64) -> [u8; 32] {
    let mut bytes = [7; 32];
    bytes.iter_mut().zip(number.to_be_bytes()).for_each(|(byte, drawn)| *byte = drawn);
    bytes
}

/// The site of an office, in process, at noon of 2 March 2026 until its clock is moved.
#[derive(Debug)]
pub struct TestSite {
    router: Router,
    runtime: tokio::runtime::Runtime,
    now: Arc<AtomicI64>,
    /// The address that requests come from; none until one is chosen.
    from: Mutex<Option<IpAddr>>,
}

impl TestSite {
    /// From here on requests come from this address.
    pub fn ask_from(&self, address: &str) {
        let address = address.parse().expect("an address");
        *self.from.lock().unwrap_or_else(PoisonError::into_inner) = Some(address);
    }

    /// What the site answers.
    pub fn get(&self, path: &str) -> Page {
        self.try_get(path).expect("the site answers")
    }

    fn try_get(&self, path: &str) -> Result<Page> {
        self.try_send(Request::get(path).body(Body::empty())?)
    }

    /// What the clock of the site says, in seconds since 1970 UTC.
    pub fn now(&self) -> i64 {
        self.now.load(Ordering::SeqCst)
    }

    /// Moves the clock of the site.
    pub fn wait(&self, seconds: i64) {
        self.now.fetch_add(seconds, Ordering::SeqCst);
    }

    /// What the site answers to a form that is sent from a page of its own, with these headers.
    pub fn post(&self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Page {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let mut request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("host", "test.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.finish())).expect("a well-formed request");
        self.try_send(request).expect("the site answers")
    }

    /// What the site answers to a file that is sent from a page of its own, with what is typed into other
    /// fields of its form, with these headers.
    pub fn post_file(
        &self,
        path: &str,
        (name, bytes): (&str, &[u8]),
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Page {
        const BOUNDARY: &str = "a-line-between-parts";
        let mut body = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        for (name, value) in fields {
            let field = format!(
                "\r\n--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}"
            );
            body.extend_from_slice(field.as_bytes());
        }
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let mut request = Request::post(path)
            .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
            .header("host", "test.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).expect("a well-formed request");
        self.try_send(request).expect("the site answers")
    }

    /// What the site answers to a form that never ends, once as much time has gone by as it waits.
    pub fn post_without_end(&self, path: &str) -> Page {
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("host", "test.example")
            .header("sec-fetch-site", "same-origin")
            .body(Body::new(Endless))
            .expect("a well-formed request");
        // Time goes by as soon as there is nothing else to do.
        self.runtime.block_on(async { tokio::time::pause() });
        let page = self.try_send(request).expect("the site answers");
        self.runtime.block_on(async { tokio::time::resume() });
        page
    }

    /// What the site answers to a request of any kind: method, path, headers.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Page {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).expect("the request is well formed");
        self.try_send(request).expect("the site answers")
    }

    fn try_send(&self, mut request: Request<Body>) -> Result<Page> {
        let from = *self.from.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(address) = from {
            request.extensions_mut().insert(ConnectInfo(SocketAddr::new(address, 443)));
        }
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await?;
            let status = response.status();
            let headers = response.headers().clone();
            let body = axum::body::to_bytes(response.into_body(), usize::MAX).await?;
            Ok(Page { status, headers, body: body.to_vec() })
        })
    }
}

/// A body of which nothing ever arrives.
struct Endless;

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _waits: &mut std::task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Poll::Pending
    }
}

impl Default for TestOffice {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for TestOffice {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.audit().expect("the journals verify and the register is what they say");
        }
    }
}
