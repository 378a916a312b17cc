using System.Reflection;
using System.Runtime.InteropServices;

namespace Ishenim.Sealing;

/// <summary>The native library behind every seal: libsodium 1.0.18 or later.</summary>
public static class Sodium
{
    /// <summary>The oldest release whose functions and behaviour the envelopes rely on.</summary>
    public static readonly Version OldestVersion = new(1, 0, 18);

    // Debian and Ubuntu ship .23, later upstream releases .26; the bare name finds libsodium.dll and libsodium.dylib.
    private static readonly string[] Names = ["libsodium.so.23", "libsodium.so.26", "libsodium"];

    private static readonly Lock Gate = new();
    private static volatile bool _started;
    private static nint _handle;

    /// <summary>
    /// Loads libsodium, checks its version and initialises it; later calls return at once. Every type here calls it
    /// before its first use of the library; the program calls it at its start, so that a missing library is told then.
    /// </summary>
    /// <exception cref="SodiumMissingException">The library is not there, is too old, or refuses to start.</exception>
    public static void Start()
    {
        if (_started)
            return;
        lock (Gate)
        {
            if (_started)
                return;
            if (_handle == 0)
            {
                _handle = Load(Names);
                NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == "libsodium" ? _handle : 0);
            }
            CheckVersion(Marshal.PtrToStringUTF8(NativeSodium.sodium_version_string()));
            if (NativeSodium.sodium_init() < 0)
                throw new SodiumMissingException("libsodium could not be initialised (sodium_init failed).");
            _started = true;
        }
    }

    internal static nint Load(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), DllImportSearchPath.SafeDirectories, out var handle))
                return handle;
        throw new SodiumMissingException($"libsodium {OldestVersion} or later is missing: install it (Debian, Ubuntu: apt install libsodium23).");
    }

    internal static void CheckVersion(string? version)
    {
        if (!Version.TryParse(version, out var found) || found < OldestVersion)
            throw new SodiumMissingException($"libsodium {OldestVersion} or later is needed, but {version ?? "an unknown version"} is installed: upgrade it (Debian, Ubuntu: apt install libsodium23).");
    }
}
