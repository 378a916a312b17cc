using System.Runtime.InteropServices;

namespace Ishenim.Core.Appeals;

/// <summary>
/// Lets a thread wait for all others. .NET's own thread priority does nothing on Linux; there a thread has a nice value
/// of its own (setpriority(2), "C library/kernel differences": the setting is per thread).
/// </summary>
internal static partial class ThreadPatience
{
    private const int ThisThread = 0;
    private const int OfProcess = 0;
    private const int Nicest = 19;

    /// <summary>For the calling thread alone. Where the system has no such call, nothing happens but a busier machine.</summary>
    public static void LowerThis()
    {
        Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        if (OperatingSystem.IsLinux())
            _ = SetPriority(OfProcess, ThisThread, Nicest);
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetPriority(int which, int who, int nice);
}
