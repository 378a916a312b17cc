using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Schools;

/// <summary>One site with the schools "one", at its root, and "two"; in each a letter with a file, and a person with every right.</summary>
internal sealed class TwoSchools : IAsyncDisposable
{
    private readonly Dictionary<string, (TestPerson Person, NewLetter Letter, string Code)> _of = [];

    private TwoSchools(TestSite site, TestSchool two) => (Site, Two) = (site, two);

    public TestSite Site { get; }

    public TestSchool One => Site.School;

    public TestSchool Two { get; }

    public static async Task<TwoSchools> StartAsync()
    {
        var site = await TestSite.StartAsync();
        var schools = new TwoSchools(site, await TestSchool.OpenAsync(site.Database, "two", place: 2));
        await schools.FillAsync("one", schools.One);
        await schools.FillAsync("two", schools.Two);
        return schools;
    }

    public static string Root(string school) => school == "one" ? "" : "/s/" + school;

    /// <summary>Of the person with every right.</summary>
    public static string NameAt(string school) => school == "one" ? "Биринчибек Ойдонов" : "Экинчибек Ойдонов";

    public string Letter(string school) => _of[school].Letter.Draft.Id.ToString();

    public string File(string school) => _of[school].Letter.Files[0].Id.ToString("N");

    public string Code(string school) => _of[school].Code;

    public Task<StaffClient> SignInAsync(string school) =>
        StaffClient.SignInAsync(Site, _of[school].Person, school == "one" ? One : Two, Root(school));

    /// <summary>Every address that holds an id of that school, without its root.</summary>
    public IEnumerable<string> PathsTo(string school)
    {
        var (letter, person) = ($"/desk/appeals/{Letter(school)}", $"/desk/people/{(school == "one" ? One : Two).Chair.Id}");
        return [letter, letter + "/print", letter + "/stepback", letter + "/about", $"{letter}/files/{_of[school].Letter.Files[0].Id}", person, person + "/confirm", person + "/hand-over"];
    }

    /// <summary>What could have been changed at the second school, in one line.</summary>
    public async Task<string> StateOfTwoAsync()
    {
        await using var db = Site.Database.Open(Two.Id);
        var letter = await db.Set<Appeal>().AsNoTracking().SingleAsync();
        var people = await db.Set<Person>().OrderBy(person => person.Name).Select(person => $"{person.Name} {person.Version}").ToListAsync();
        return $"{letter.Version} {letter.LastPart} {letter.Facts!.State} {await db.Set<Grant>().CountAsync()} {await db.Set<JournalLine>().CountAsync()} {string.Join(", ", people)}";
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task FillAsync(string name, TestSchool school)
    {
        var person = await school.AddAsync(NameAt(name), Position.Other, Role.Responsible, Role.Administrator);
        var letter = TestSchool.Letter("Кат");
        using var content = new MemoryStream([1, 2, 3]);
        var file = await school.Staged.StageAsync(content, "а.txt", letter.Draft.FileSeal(school.Id), CancellationToken.None);
        letter = letter with { Files = [file] };
        _of[name] = (person, letter, (await school.AcceptAsync(letter)).Code.Digits);
    }
}
