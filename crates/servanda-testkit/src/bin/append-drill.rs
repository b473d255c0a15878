//! Appends to a data folder and says what was acknowledged, so that a test
//! can end it at any moment: `append-drill FOLDER APPENDS`.

use std::io::stdout;
use std::path::PathBuf;

use anyhow::Context as _;
use servanda_testkit::drill;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = arguments.next().map(PathBuf::from).context("no folder is given")?;
    let appends = arguments.next().context("no number of appends is given")?;
    let appends = appends.to_str().and_then(|text| text.parse().ok()).context("not a number")?;
    drill::run(&folder, appends, &mut stdout())
}
