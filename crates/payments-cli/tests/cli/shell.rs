//! What shells, `man` and terminals get: completions, manual pages, colours, settings from a file,
//! and what the sandbox prints to be pasted.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{command, run, text};

/// A folder of this test's own, removed when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("payments-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A running `payments sandbox`, killed when it is dropped, and all that it printed at its start.
struct Started {
    child: Child,
    printed: String,
}

impl Started {
    fn with(environment: &[(&str, &str)], arguments: &[&str]) -> Self {
        let mut child = command(&[&["sandbox"], arguments].concat())
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut printed = String::new();
        while !printed.contains("curl") {
            assert!(out.read_line(&mut printed).unwrap() > 0, "{printed}");
        }
        Self { child, printed }
    }

    fn url(&self) -> &str {
        let page = self.printed.lines().next().unwrap();
        let url = page.split_whitespace().nth(2).unwrap();
        url.split_once("/#").map_or(url, |(url, _)| url)
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a script of bash after the lines that a sandbox printed.
#[cfg(unix)]
fn pasted(started: &Started, environment: &[(&str, &str)], script: &str) -> String {
    let binary = env!("CARGO_BIN_EXE_payments");
    let script = format!(
        "set -euo pipefail\n{}\nunset -v PAYMENTS_SANDBOX\npayments() {{ '{binary}' \"$@\"; }}\n{script}",
        started.printed
    );
    let output = Command::new("bash")
        .args(["-c", &script])
        .env_clear()
        .envs(environment.iter().copied())
        .output()
        .unwrap();
    assert!(output.status.success(), "{script}\n{output:?}");
    text(&output.stdout)
}

#[cfg(unix)]
const EVERY_PROVIDER: &str = "
payments pay ciputra --method va:bca --reference c-1 --amount 20000 --name Budi \
  --callback-url http://127.0.0.1:9/ --json >/dev/null
payments bill inquire digiswitch --product pln --customer 530000000001 --reference d-1 --json >/dev/null
payments pay fazz --method outlet:alfamart --reference f-1 --amount 20000 --name Budi --json >/dev/null
payments pay instamoney --method ovo --reference i-1 --amount 20000 --phone 08123123123 --json >/dev/null
payments mandate create rpi --reference \"$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \\n')\" \
  --amount 50000 --start 2099-01-01 --every month --phone 081234567890 \
  --product PLAN:Plan --json >/dev/null
echo all
";

#[cfg(unix)]
#[test]
fn what_the_sandbox_prints_sets_up_every_client_once_it_is_pasted_into_bash() {
    let started = Started::with(&[], &["--port", "0"]);
    assert_eq!(pasted(&started, &[], EVERY_PROVIDER), "all\n");
}

#[cfg(unix)]
#[test]
fn a_secret_of_the_users_own_is_not_printed_and_what_is_printed_works() {
    let own = [
        ("PAYMENTS_SANDBOX_FAZZ_SIGNING_SECRET", "canary'$mine"),
        ("PAYMENTS_SANDBOX_INSTAMONEY_CALLBACK_TOKEN", "canary-token"),
        ("PAYMENTS_SANDBOX_DIGISWITCH_KEY", "canary-key"),
    ];
    let started = Started::with(&own, &["--port", "0"]);
    assert!(!started.printed.contains("canary"), "{}", started.printed);
    let script = format!("{EVERY_PROVIDER}\necho \"$FAZZ_SIGNING_SECRETS\"");
    let told = pasted(&started, &own, &script);
    assert_eq!(told, "all\ncanary'$mine\n");
}

#[cfg(unix)]
#[test]
fn every_setting_of_the_sandbox_comes_from_the_environment_too() {
    let folder = Folder::new("environment");
    let record = folder.0.join("scene.json");
    let settings = [
        ("PAYMENTS_SANDBOX_BIND", "0.0.0.0"),
        ("PAYMENTS_SANDBOX_PORT", "0"),
        ("PAYMENTS_SANDBOX_SEED", "7"),
        ("PAYMENTS_SANDBOX_DIGISWITCH_USER", "it's me"),
        (
            "PAYMENTS_SANDBOX_CALLBACK_URL",
            "fazz=http://127.0.0.1:9/fazz,rpi=http://127.0.0.1:9/rpi",
        ),
        ("PAYMENTS_SANDBOX_CALLBACK_HOST", "shop,till"),
        ("PAYMENTS_SANDBOX_HOST", "sandbox,other"),
        ("PAYMENTS_SANDBOX_TOKEN", "known"),
        ("PAYMENTS_SANDBOX_RECORD", record.to_str().unwrap()),
    ];
    let mut started = Started::with(&settings, &[]);
    assert!(
        started
            .printed
            .contains(r"export DIGISWITCH_USERNAME='it'\''s me'")
    );
    // A token of the user's own is not printed: logs are read by others.
    let printed = &started.printed;
    assert!(
        printed.contains("export FAZZ_API_KEY=\"test_$PAYMENTS_SANDBOX_TOKEN\"\n"),
        "{printed}"
    );
    assert!(!printed.contains("known"), "{printed}");
    let asked = |host: &str, path: &str| {
        let url = format!("{}/_sandbox/{path}", started.url());
        let host = format!("host: {host}");
        let told = Command::new("curl")
            .args([
                "--silent",
                "--fail",
                "-H",
                &host,
                "-H",
                "authorization: Bearer known",
                &url,
            ])
            .output();
        text(&told.unwrap().stdout)
    };
    // Under both names, and no third one.
    let health = asked("sandbox", "health");
    assert!(health.contains("\"seed\":7"), "{health}");
    assert_eq!(asked("other", "health"), health);
    assert_eq!(asked("third", "health"), "");
    let setup = asked("sandbox", "setup");
    for url in ["http://127.0.0.1:9/fazz", "http://127.0.0.1:9/rpi"] {
        assert!(setup.contains(url), "{setup}");
    }
    assert!(ended(&mut started.child) < Duration::from_secs(3));
    assert!(fs::read_to_string(record).unwrap().contains("\"seed\": 7"));
}

#[test]
fn a_sandbox_that_other_machines_reach_says_so() {
    for (address, warned) in [
        ("0.0.0.0", true),
        ("127.0.0.1", false),
        ("127.0.0.2", false),
    ] {
        let mut started = Started::with(&[], &["--port", "0", "--bind", address]);
        let _ = started.child.kill();
        let mut told = String::new();
        let stderr = started.child.stderr.take().unwrap();
        std::io::Read::read_to_string(&mut { stderr }, &mut told).unwrap();
        assert_eq!(
            told.contains("warning: it listens on 0.0.0.0"),
            warned,
            "{told}"
        );
    }
}

/// How long a process goes on after SIGTERM; it must end well.
#[cfg(unix)]
fn ended(child: &mut Child) -> Duration {
    let begun = Instant::now();
    let id = child.id().to_string();
    assert!(Command::new("kill").arg(&id).status().unwrap().success());
    let ended = ends_soon(child);
    assert!(ended, "SIGTERM did not end it");
    begun.elapsed()
}

/// Whether a process ends by itself, and well. One that does not is killed: no test waits for it.
#[cfg(unix)]
fn ends_soon(child: &mut Child) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(10) {
        if let Some(status) = child.try_wait().unwrap() {
            return status.success();
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let _ = child.kill();
    let _ = child.wait();
    false
}

#[cfg(unix)]
#[test]
fn sigterm_ends_a_sandbox_at_once_although_somebody_watches_its_events() {
    let mut started = Started::with(&[], &["--port", "0"]);
    let events = format!("{}/_sandbox/events", started.url());
    let mut watching = Command::new("curl")
        .args(["--silent", "--no-buffer", &events])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let took = ended(&mut started.child);
    let _ = watching.kill();
    let _ = watching.wait();
    assert!(took < Duration::from_secs(3), "{took:?}");
}

/// As the only process of a container is: a signal that it does not handle would be ignored.
#[cfg(target_os = "linux")]
#[test]
fn sigterm_ends_a_sandbox_that_is_process_one() {
    // The process within sees itself as 1; unshare passes the signal on to it.
    let unshared = ["--pid", "--fork", "--kill-child=SIGKILL", "--mount-proc"];
    let could = Command::new("unshare").args(unshared).arg("true").output();
    if !could.is_ok_and(|could| could.status.success()) {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: no namespace of processes can be made here"
        );
        return;
    }
    let mut child = Command::new("unshare")
        .args(unshared)
        .args([env!("CARGO_BIN_EXE_payments"), "sandbox", "--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut first).unwrap();
    assert!(first.starts_with("# page"), "{first}");
    let id = child.id().to_string();
    let within = Command::new("pgrep")
        .args(["--parent", &id])
        .output()
        .unwrap();
    let within = text(&within.stdout).trim().to_owned();
    let status = fs::read_to_string(format!("/proc/{within}/status")).unwrap();
    let names = status.lines().find(|line| line.starts_with("NSpid:"));
    assert!(names.unwrap().ends_with("\t1"), "{status}");
    let begun = Instant::now();
    assert!(
        Command::new("kill")
            .arg(&within)
            .status()
            .unwrap()
            .success()
    );
    assert!(ends_soon(&mut child), "SIGTERM did not end it");
    assert!(begun.elapsed() < Duration::from_secs(3));
}

#[test]
fn every_shell_gets_completions() {
    for shell in ["bash", "zsh", "fish"] {
        let script = text(&run(&["completions", shell]).stdout);
        for word in ["sandbox", "reconcile", "--callback-url"] {
            assert!(
                script.contains(word.trim_start_matches('-')),
                "{shell}: no {word}"
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn bash_completes_a_command() {
    let complete = "source /dev/stdin; COMP_WORDS=(payments jou) COMP_CWORD=1; \
                    _payments payments jou payments; echo \"${COMPREPLY[@]}\"";
    let script = run(&["completions", "bash"]).stdout;
    let mut bash = Command::new("bash")
        .args(["-c", complete])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut bash.stdin.take().unwrap(), &script).unwrap();
    let told = bash.wait_with_output().unwrap();
    assert_eq!(text(&told.stdout), "journal\n");
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = Folder::new("man");
    let pages = folder.0.join("pages");
    let written = run(&["man", pages.to_str().unwrap()]);
    assert!(written.status.success(), "{written:?}");
    for name in ["payments", "payments-sandbox", "payments-bill-pay"] {
        let page = fs::read_to_string(pages.join(format!("{name}.1"))).unwrap();
        assert!(page.contains(".SH SYNOPSIS"), "{name}: {page}");
    }
    let first = text(&run(&["man"]).stdout);
    assert_eq!(first, fs::read_to_string(pages.join("payments.1")).unwrap());
}

#[test]
fn colour_is_as_it_is_asked_for() {
    let coloured = |arguments: &[&str]| text(&run(arguments).stdout).contains('\u{1b}');
    assert!(!coloured(&["providers", "fazz"]));
    assert!(coloured(&["providers", "fazz", "--color", "always"]));
    assert!(!coloured(&["--color", "never", "providers", "fazz"]));
    let mut command = command(&["providers", "fazz", "--color", "auto"]);
    let output = command.env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(text(&output.stdout).contains('\u{1b}'));
}

#[test]
fn settings_come_from_a_file_that_is_named_and_the_environment_takes_precedence() {
    let sandbox = crate::Sandbox::start();
    let folder = Folder::new("config");
    let file = |key: &str| {
        let url = &sandbox.url;
        format!("[instamoney]\napi_key = \"{key}\"\nbase_url = \"{url}/instamoney\"\n")
    };
    let name = folder.file("payments.toml", &file("xnd_development_file"));
    let asks = ["get", "instamoney", "order-1", "--method", "ovo"];
    let asked = |arguments: &[&str], environment: &[(&str, &str)]| {
        command(&[&asks, arguments].concat())
            .current_dir(&folder.0)
            .envs(environment.iter().copied())
            .output()
            .unwrap()
    };
    // Not found is an answer of the sandbox.
    let found = |output: std::process::Output| text(&output.stderr);
    assert!(found(asked(&["--config", &name], &[])).contains("404"));
    assert!(found(asked(&[], &[("PAYMENTS_CONFIG", &name)])).contains("404"));
    // A key that no sandbox takes.
    let own = [("INSTAMONEY_API_KEY", "xnd_production_x")];
    let other = asked(&["--config", &name], &own);
    assert!(!found(other).contains("404"));
    // It lies in the current folder, and nobody named it.
    let unnamed = found(asked(&[], &[]));
    assert!(unnamed.contains("INSTAMONEY_API_KEY"), "{unnamed}");
    let wrong = folder.file("wrong.toml", "[instamoney]\napi_key = [\"canary\"]\n");
    let refused = asked(&["--config", &wrong], &[]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(!found(refused).contains("canary"));
}

#[cfg(unix)]
#[test]
fn a_file_of_settings_that_others_may_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("readable");
    let name = folder.file("payments.toml", "[fazz]\napi_key = \"test_x\"\n");
    for (mode, warned) in [(0o644, true), (0o600, false)] {
        fs::set_permissions(&name, fs::Permissions::from_mode(mode)).unwrap();
        let told = run(&["providers", "fazz", "--config", &name]);
        let told = text(&told.stderr);
        assert_eq!(told.contains("may read"), warned, "{told}");
    }
}
