using System.Text.Json;

namespace Ishenim.Demo;

/// <summary>One sign-in of the demo; the second factor's secret in base 32, as an authenticator takes it.</summary>
internal sealed record DemoStaff(string Role, string Name, string Login, string Passphrase, string OtpSecret);

/// <summary><c>demo.json</c> in the data folder: how to come in.</summary>
internal sealed record DemoFile(string Url, string School, IReadOnlyList<DemoStaff> Staff, IReadOnlyList<string> Receipts)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "demo.json");

    public static DemoFile? Read(string dataFolder) => File.Exists(PathIn(dataFolder))
        ? JsonSerializer.Deserialize<DemoFile>(File.ReadAllText(PathIn(dataFolder)), Readable)
        : null;

    public void Write(string dataFolder) => File.WriteAllText(PathIn(dataFolder), JsonSerializer.Serialize(this, Readable));

    public void Print(TextWriter to)
    {
        to.WriteLine("A demo: people and letters are invented. Sign in at /desk/login; the code comes from the secret by any authenticator.");
        foreach (var one in Staff)
            to.WriteLine($"  {one.Role,-13} {one.Login,-11} {one.Passphrase}   {one.OtpSecret}   ({one.Name})");
        to.WriteLine("Codes of letters, for /answer:");
        foreach (var receipt in Receipts)
            to.WriteLine($"  {receipt}");
    }
}
