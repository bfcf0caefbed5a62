//! Drives the real server over HTTP, as a merchant and as the person at the control API would.

mod bench;
mod callbacks;
mod charges;
mod ciputra;
mod control;
mod ewallets;
mod faults;
mod leniency;
