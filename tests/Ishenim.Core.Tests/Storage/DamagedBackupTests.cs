using System.IO.Compression;
using System.Text;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Tests.Storage;

public sealed class DamagedBackupTests
{
    private static readonly Dictionary<string, (Func<byte[], byte[]> Damage, string Says)> Damages = new()
    {
        ["empty"] = (_ => [], "no backup at all"),
        ["not a zip"] = (_ => Encoding.UTF8.GetBytes(new string('x', 5000)), "no backup at all"),
        ["cut in the middle"] = (whole => whole[..(whole.Length / 2)], "it was cut"),
        ["last bytes lost"] = (whole => whole[..^30], "it was cut"),
        ["entry missing"] = (whole => Edited(whole, zip => zip.GetEntry("tables/Parts.jsonl")!.Delete()), "tables/Parts.jsonl is missing"),
        ["file missing"] = (whole => Edited(whole, zip => FileOf(zip).Delete()), "is missing in it"),
        ["entry added"] = (whole => Edited(whole, zip => zip.CreateEntry("tables/Extra.jsonl")), "other entries than the manifest says"),
        ["row changed"] = (whole => Edited(whole, zip => Change(zip.GetEntry("tables/People.jsonl")!, text => text + " ")), "tables/People.jsonl is not what the manifest says"),
        ["row removed"] = (whole => Edited(whole, zip => Change(zip.GetEntry("tables/Grants.jsonl")!, text => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..])), "tables/Grants.jsonl is not what the manifest says"),
        ["file's bytes changed"] = (whole => Edited(whole, zip => Change(FileOf(zip), text => text + "x")), "is not what the manifest says"),
        ["manifest missing"] = (whole => Edited(whole, zip => zip.GetEntry("manifest.json")!.Delete()), "holds no manifest"),
        ["manifest unreadable"] = (whole => Edited(whole, zip => Change(zip.GetEntry("manifest.json")!, _ => "{ nonsense")), "manifest cannot be read"),
        ["newer format"] = (whole => Edited(whole, zip => Change(zip.GetEntry("manifest.json")!, text => text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal))), "its format is 2"),
        ["other schema"] = (whole => Edited(whole, zip => Change(zip.GetEntry("manifest.json")!, text => text.Replace("\"schema\": \"0", "\"schema\": \"9", StringComparison.Ordinal))), "restore it with the version that made it"),
        ["head of the journal changed"] = (whole => Edited(whole, zip => Change(zip.GetEntry("manifest.json")!, text => text.Replace("\"lines\": 7", "\"lines\": 8", StringComparison.Ordinal))), "ends elsewhere than the manifest says"),
    };

    public static TheoryData<string> EachDamage() => [.. Damages.Keys];

    [Theory]
    [MemberData(nameof(EachDamage))]
    public async Task RestoreAsync_Damaged_IsRefusedAndLeavesNothing(string damage)
    {
        var (_, backup) = await BackupTests.DestroyedAfterBackupAsync(DatabaseKind.Sqlite);
        await using var place = await RestorePlace.StartAsync(DatabaseKind.Sqlite);
        var (spoil, says) = Damages[damage];

        var refused = await Assert.ThrowsAsync<BackupUnusableException>(() => place.RestoreAsync(new MemoryStream(spoil(backup.ToArray()))));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        await place.AssertEmptyAsync();
    }

    [Fact]
    public async Task RestoreAsync_AnyByteFlipped_IsRefusedOrTheSame()
    {
        var (_, backup) = await BackupTests.DestroyedAfterBackupAsync(DatabaseKind.Sqlite);
        var whole = backup.ToArray();
        var unnoticed = 0;
        for (var at = 0; at < whole.Length; at += whole.Length / 150)
        {
            var spoiled = whole.ToArray();
            spoiled[at] ^= 0x10;
            try
            {
                using var reader = BackupReader.Open(new MemoryStream(spoiled));
                await reader.CheckAsync(CancellationToken.None);
                unnoticed++;
            }
            catch (BackupUnusableException)
            {
                // As it should be.
            }
        }
        // Bytes that carry nothing, such as the times in the zip's directory.
        Assert.InRange(unnoticed, 0, 15);
    }

    private static ZipArchiveEntry FileOf(ZipArchive zip) => zip.Entries.Single(entry => entry.FullName.StartsWith("files/", StringComparison.Ordinal));

    private static byte[] Edited(byte[] whole, Action<ZipArchive> edit)
    {
        var stream = new MemoryStream();
        stream.Write(whole);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            edit(zip);
        return stream.ToArray();
    }

    private static void Change(ZipArchiveEntry entry, Func<string, string> change)
    {
        using var stream = entry.Open();
        var text = new StreamReader(stream, Encoding.Latin1).ReadToEnd();
        stream.SetLength(0);
        stream.Write(Encoding.Latin1.GetBytes(change(text)));
    }
}
