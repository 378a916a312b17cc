using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Ishenim.Tests.Fire;

/// <summary>A real, small file system in a file of its own (ext4 on a loop device). Only root may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _around = new();

    private SmallDisk()
    {
        Directory.CreateDirectory(Folder);
        // PostgreSQL runs as a user of its own and has to come through.
        File.SetUnixFileMode(_around.Path, File.GetUnixFileMode(_around.Path) | UnixFileMode.OtherExecute);
    }

    /// <summary>Where it is mounted.</summary>
    public string Folder => Path.Combine(_around.Path, "disk");

    private string Image => Path.Combine(_around.Path, "image");

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>Skips the test aloud where none can be mounted.</summary>
    public static SmallDisk Mount(int megabytes = 24)
    {
        Assert.SkipUnless(Environment.UserName == "root", "Only root can mount a small disk for this test.");
        var disk = new SmallDisk();
        using (var image = new FileStream(disk.Image, FileMode.CreateNew))
            image.SetLength(megabytes * 1024L * 1024);
        if (Run("mkfs.ext4", "-q", disk.Image) == 0 && disk.MountAgain("rw"))
            return disk;
        disk.Dispose();
        Assert.Skip("No file system can be mounted on a loop device here.");
        return disk;
    }

    /// <param name="how">"rw" or "ro".</param>
    public bool MountAgain(string how) => Run("mount", "-o", $"loop,errors=remount-ro,{how}", Image, Folder) == 0;

    public void Unmount() => Assert.Equal(0, Run("umount", Folder));

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 });
        foreach (var size in new[] { 1024 * 1024, 4096, 512 })
            try
            {
                while (true)
                    ballast.Write(new byte[size]);
            }
            catch (IOException)
            {
                // Full for pieces of this size.
            }
    }

    public void MakeRoom() => File.Delete(Ballast);

    /// <summary>What the kernel does at the first fault of a disk: it writes to it no more.</summary>
    public void Break()
    {
        var device = File.ReadLines("/proc/mounts").Select(line => line.Split(' ')).Last(mount => mount[1] == Folder)[0];
        File.WriteAllText($"/sys/fs/ext4/{Path.GetFileName(device)}/trigger_fs_error", "1");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (File.ReadLines("/proc/mounts").Any(line => line.Split(' ')[1] == Folder))
            Run("umount", "--lazy", Folder);
        _around.Dispose();
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
