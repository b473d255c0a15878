//! What people see: a data set is loaded, a page is looked at. On the way out each office
//! verifies its journals and compares its register with a fresh rebuild.

#[cfg(test)]
mod agreement;
#[cfg(test)]
mod answers;
#[cfg(test)]
mod batches;
#[cfg(test)]
mod canada_mexico;
#[cfg(test)]
mod changes;
#[cfg(test)]
mod correct;
#[cfg(test)]
mod data_out;
#[cfg(test)]
mod glance;
#[cfg(test)]
mod kept;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod loading;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod matrix;
#[cfg(test)]
mod moments;
#[cfg(test)]
mod notices;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod partnership;
#[cfg(test)]
mod passkey;
#[cfg(test)]
mod people;
#[cfg(test)]
mod remarks;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod search;
#[cfg(test)]
mod second_step;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod sides;
#[cfg(test)]
mod sign_on;
#[cfg(test)]
mod signing;
#[cfg(test)]
mod succession;
#[cfg(test)]
mod taking;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod time;
#[cfg(test)]
mod together;
#[cfg(test)]
mod waits;
#[cfg(test)]
mod wells;
