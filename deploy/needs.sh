# What ./run, ./test and ./bench share: seeing what the machine lacks, and installing it where that is possible.
# Sourced by bash; expects $root, the checkout.

say() { printf '%s\n' "$*" >&2; }

# Whether apt may be used here: Debian or a child of it, and root.
can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# installed PACKAGE
installed() { [ "$(dpkg-query -W -f '${Status}' "$1" 2>/dev/null)" = "install ok installed" ]; }

# offered PACKAGE: apt knows it.
offered() { apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'; }

# install PACKAGE…: quietly; reads the package lists once more when apt does not know the packages.
install() {
    say "Installing $*"
    export DEBIAN_FRONTEND=noninteractive
    local log
    log="$(mktemp)"
    if ! apt-get install -y -qq --no-install-recommends "$@" >"$log" 2>&1; then
        if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"; } >"$log" 2>&1; then
            tail -n 5 "$log" >&2
            rm -f "$log"
            return 1
        fi
    fi
    rm -f "$log"
}

# want PACKAGE…: installs those that are missing; where it cannot, prints the missing ones and fails.
want() {
    local package missing=()
    for package in "$@"; do
        installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return 0
    if can_install && install "${missing[@]}"; then
        return 0
    fi
    printf '%s ' "${missing[@]}"
    return 1
}

has_sdk() { command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; }

# The .NET SDK 10, by apt where the distribution or Microsoft's package source has it.
need_dotnet() {
    has_sdk && return 0
    if can_install; then
        offered dotnet-sdk-10.0 || apt-get update -qq >/dev/null 2>&1 || true
        if offered dotnet-sdk-10.0 && install dotnet-sdk-10.0 && has_sdk; then
            return 0
        fi
    fi
    say "Missing: the .NET SDK 10. Install the package dotnet-sdk-10.0 (on Debian after adding Microsoft's package source, https://learn.microsoft.com/dotnet/core/install/linux-debian), or see https://dotnet.microsoft.com/download/dotnet/10.0; then start again."
    exit 1
}

# libsodium 1.0.18 or later, by whatever package manager it came.
need_sodium() {
    ldconfig -p 2>/dev/null | grep -q 'libsodium\.so' && return 0
    want libsodium23 >/dev/null && return 0
    say "Missing: libsodium 1.0.18 or later. As root: apt-get install libsodium23; then start again."
    exit 1
}

# WeasyPrint makes PDF of papers, in PT Serif. All else works without it, so that its absence is said and stops nothing.
wish_pdf() {
    command -v weasyprint >/dev/null && return 0
    want weasyprint fonts-paratype >/dev/null && return 0
    say "Papers will not be had as PDF: WeasyPrint is missing. As root: apt-get install weasyprint fonts-paratype; then start again."
}

# The executable's own search finds only the usual folders.
export_dotnet_root() {
    if [ -z "${DOTNET_ROOT:-}" ]; then
        DOTNET_ROOT="$(dirname "$(readlink -f "$(command -v dotnet)")")"
        export DOTNET_ROOT
    fi
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
}

# One line that changes when any source of the program does: names, lengths and times.
stamp_of() {
    (cd "$root" && find "$@" -type f -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum | cut -c1-64)
}

program="$root/artifacts/run/ishenim"

# Builds $program, Release and ReadyToRun, when its sources changed. Two starts at once build once.
build_program() {
    mkdir -p "$root/artifacts"
    (
        flock 9
        build_changed
    ) 9>"$root/artifacts/run.lock"
}

build_changed() {
    local stamp machine
    stamp="$(stamp_of src deploy/needs.sh global.json Directory.Build.props Directory.Packages.props)"
    [ -x "$program" ] && [ "$(cat "$root/artifacts/run/.stamp" 2>/dev/null)" = "$stamp" ] && return 0
    case "$(uname -m)" in
        x86_64) machine=linux-x64 ;;
        aarch64 | arm64) machine=linux-arm64 ;;
        *) say "Ishenim runs on x86-64 and on 64-bit ARM; this is $(uname -m)."; return 1 ;;
    esac
    say "Building (once; some minutes on a small machine) …"
    rm -rf "$root/artifacts/run.new"
    # Warnings and analyzers belong to ./test; here they would only make the start slower. The lock (9) is closed to the build:
    # its servers outlive it by a quarter of an hour, and the next start would wait for them.
    if ! dotnet publish "$root/src/Ishenim" -c Release -r "$machine" --self-contained false -p:PublishReadyToRun=true \
        -p:RunAnalyzers=false -p:GenerateDocumentationFile=false --artifacts-path "$root/artifacts/release" \
        -o "$root/artifacts/run.new" -v quiet -nologo >"$root/artifacts/run.log" 2>&1 9>&-; then
        grep -E 'error' "$root/artifacts/run.log" | sort -u | head -n 20 >&2 || true
        say "The build failed; all it said is in $root/artifacts/run.log"
        return 1
    fi
    printf '%s\n' "$stamp" >"$root/artifacts/run.new/.stamp"
    rm -rf "$root/artifacts/run.old"
    [ ! -e "$root/artifacts/run" ] || mv "$root/artifacts/run" "$root/artifacts/run.old"
    mv "$root/artifacts/run.new" "$root/artifacts/run"
    rm -rf "$root/artifacts/run.old"
}
