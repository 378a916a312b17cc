using System.Globalization;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Testing.Fire;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Fire;

/// <summary>A page of the running program to which a form with a huge file is posted: what has to stand in the form before that.</summary>
internal sealed class HugeBodyPlace : IAsyncDisposable
{
    private const string Token = "__RequestVerificationToken";

    private readonly TestDatabase _database;
    private readonly TemporaryFolder _temporary = new();
    private readonly RunningProgram _program;

    private HugeBodyPlace(TestDatabase database, string path)
    {
        (_database, Path) = (database, path);
        _program = RunningProgram.Start(_temporary.Path, [], "serve", "--data", database.Folder, "--port", "0");
    }

    public string Path { get; }

    public string Address { get; private set; } = "";

    /// <summary>The head's line of them; "" for writers.</summary>
    public string Cookies { get; private set; } = "";

    public List<(string Name, string Value)> Fields { get; } = [("text", "Менин катым")];

    /// <summary>How much memory the program has, in bytes.</summary>
    public long Resident => 1024 * long.Parse(
        File.ReadLines($"/proc/{_program.Id}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    /// <summary>How much it has on the disk, in bytes, among its data and what it takes for /tmp.</summary>
    public long OnDisk => BytesIn(_database.Folder) + BytesIn(_temporary.Path);

    public string[] Staged => Directory.GetFiles(System.IO.Path.Combine(_database.Folder, "staging"));

    /// <summary>Signed in where it is a page of the desk.</summary>
    public static async Task<HugeBodyPlace> StartAsync(string path)
    {
        var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        // Of what does not say how long it is, as much is read as two times all files may have: half a gigabyte by default.
        if (path != "/write")
            await SetAsync(school, new SchoolSettings { Files = 2, FileMegabytes = 8 });
        var person = await school.AddAsync("Айсулуу Мисалова", Position.Deputy, Role.Responsible, Role.Administrator);
        var place = new HugeBodyPlace(database, path);
        var address = await place._program.AddressAsync();
        place.Address = address.GetLeftPart(UriPartial.Authority);
        if (path == "/answer")
            place.Fields.Add(("code", await CodeAsync(address)));
        else if (path == "/desk/login")
            await place.FillAsync(new StaffClient(place.Address));
        else if (path.StartsWith("/desk", StringComparison.Ordinal))
            await place.FillAsync(await FireProgram.SignInAsync(address, person));
        return place;
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        await _database.DisposeAsync();
        _temporary.Dispose();
    }

    /// <summary>As the page has them for this browser.</summary>
    private async Task FillAsync(StaffClient browser)
    {
        using (browser)
        {
            var page = await browser.GetAsync(Path);
            Fields.Add((Token, page.QuerySelector($"main [name={Token}]")!.GetAttribute("value")!));
            Cookies = $"Origin: {Address}\r\nCookie: {browser.Cookies.GetCookieHeader(new Uri(Address + Path))}\r\n";
        }
    }

    private static async Task SetAsync(TestSchool school, SchoolSettings settings)
    {
        await using var db = school.Database.Gate.OpenInstallation();
        (await db.Set<School>().SingleAsync()).Settings = settings;
        await db.SaveChangesAsync();
    }

    private static async Task<string> CodeAsync(Uri address)
    {
        using var client = new HttpClient();
        return (await new FireLetter("Кат", []).PostAsync(client, address))!;
    }

    private static long BytesIn(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0);
}
