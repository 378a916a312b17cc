using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ishenim.Core.Attachments;

/// <summary>
/// Makes the names in a folder durable: a rename survives a power cut once the folder itself is on the disk (fsync(2)).
/// .NET opens no folders, so they are opened here.
/// </summary>
internal static partial class DurableFolder
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The folder cannot be flushed.</exception>
    public static void Flush(string folder)
    {
        // Windows keeps names with the files' own flush.
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            throw new IOException("A folder cannot be opened.", new Win32Exception());
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Synchronize(descriptor) != 0)
            throw new IOException("A folder cannot be flushed.", new Win32Exception());
    }

    /// <summary>Gives a file a second name, link(2); on a file system that has no such thing the file moves.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static void Link(string file, string name)
    {
        if (OperatingSystem.IsWindows() || MakeLink(file, name) != 0)
            File.Move(file, name);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Synchronize(int descriptor);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MakeLink(string file, string name);
}
