using System.IO.Compression;
using System.Text.Json;
using Ishenim.Sealing;

namespace Ishenim.Tests.Released;

/// <summary>What opens the data of a released version: they are invented, and lie beside it.</summary>
/// <param name="Now">The moment after its last line; tests go on from there.</param>
/// <param name="Login">The responsible person's.</param>
/// <param name="Passphrase">The same person's.</param>
/// <param name="OtpSecret">The same person's, in hexadecimal.</param>
/// <param name="Code">Of the answered letter with a file.</param>
/// <param name="Text">What that letter says.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="File">What its file holds.</param>
/// <param name="Letters">How many there are.</param>
/// <param name="Files">How many files they have.</param>
internal sealed record ReleasedKeys(
    DateTimeOffset Now, string Login, string Passphrase, string OtpSecret, string Code, string Text, string Answer, string File, long Letters, long Files);

/// <summary>The data folder and the backup of a released version, as they lie beside this file.</summary>
internal sealed record ReleasedData(string Version)
{
    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every released version, and earlier schemas of the first.</summary>
    public static IEnumerable<string> Versions => Directory.GetDirectories(Place).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    public string BackupFile => Path.Combine(Place, Version, "backup.zip");

    private static string Place => Path.Combine(Repository.Root, "tests", "Ishenim.Tests", "Released");

    private string FolderFile => Path.Combine(Place, Version, "data.zip");

    private string KeysFile => Path.Combine(Place, Version, "keys.json");

    public ReleasedKeys Keys => JsonSerializer.Deserialize<ReleasedKeys>(File.ReadAllText(KeysFile))!;

    public void UnpackTo(string folder) => ZipFile.ExtractToDirectory(FolderFile, folder);

    /// <summary>Makes all three anew from what lies in a data folder.</summary>
    public void Pack(string folder, string backup, ReleasedKeys keys)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeysFile)!);
        File.Delete(FolderFile);
        ZipFile.CreateFromDirectory(folder, FolderFile, CompressionLevel.SmallestSize, includeBaseDirectory: false);
        File.Copy(backup, BackupFile, overwrite: true);
        File.WriteAllText(KeysFile, JsonSerializer.Serialize(keys, _readable) + "\n");
    }

    /// <summary>The second factor of that moment.</summary>
    public static string OtpAt(ReleasedKeys keys, DateTimeOffset now) => Totp.At(Convert.FromHexString(keys.OtpSecret), now);
}
