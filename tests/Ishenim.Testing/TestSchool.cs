using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;
using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Testing;

/// <summary>An open school with a responsible person, a director and a chair, straight in the database.</summary>
public sealed class TestSchool
{
    /// <summary>The least that Argon2id takes: quick, and enough for a test.</summary>
    public static readonly Argon Quick = new(1, 8 * 1024);

    private TestSchool(TestDatabase database, School school, StoppedClock time)
    {
        Database = database;
        School = school;
        Time = time;
        Files = new FolderStore(database.Folder, time);
        Staged = new StagedFiles(Files);
        LetterBox = new LetterBox(database.Gate, new ReceiptPool(0), Staged, time);
    }

    public TestDatabase Database { get; }

    public School School { get; }

    public StoppedClock Time { get; }

    public FolderStore Files { get; }

    public StagedFiles Staged { get; }

    public LetterBox LetterBox { get; }

    public TestPerson Responsible { get; private set; } = null!;

    public TestPerson Director { get; private set; } = null!;

    public TestPerson Chair { get; private set; } = null!;

    public SchoolId Id => School.Id;

    public SchoolClock Clock => School.Clock(Time);

    public static async Task<TestSchool> OpenAsync(TestDatabase database, string slug = "one", int place = 1, Argon? code = null)
    {
        var time = new StoppedClock();
        var school = new TestSchool(database, NewSchool(slug, place, code ?? Quick), time);
        await using (var db = database.Gate.OpenInstallation())
        {
            db.Add(school.School);
            await db.SaveChangesAsync();
        }
        school.Responsible = await school.AddAsync("Айгүл Үлгүева", Position.Deputy, Role.Responsible);
        school.Director = await school.AddAsync("Болот Ойлонбаев", Position.Director, Role.Director);
        school.Chair = await school.AddAsync("Жылдыз Мисалиева", Position.Committee, Role.Chair);
        return school;
    }

    /// <summary>A person with a confirmed key and a signed undertaking, who can sign in.</summary>
    public Task<TestPerson> AddAsync(string name, Position position, params Role[] roles) => AddAsync(name, position, confirmed: true, roles);

    /// <summary>A person with a key and a signed undertaking; letters are sealed to them only once the key is confirmed.</summary>
    public async Task<TestPerson> AddAsync(string name, Position position, bool confirmed, params Role[] roles)
    {
        var person = new Person
        {
            School = Id, Id = PersonId.New(), Name = name, Post = "сыноочу", Position = position, Language = "ky",
        };
        foreach (var role in roles)
            person.Roles.Add(new PersonRole { School = Id, Person = person.Id, Role = role });
        var made = new TestPerson(person, KeyPair.Generate(), "login-" + person.Id.Value.ToString("N")[..8], $"сыноо үчүн {person.Id.Value:N}", Totp.NewSecret());
        person.Account = NewAccount(made, confirmed);
        await using var db = Database.Open(Id);
        db.Add(person);
        await db.SaveChangesAsync();
        return made;
    }

    /// <summary>A letter, anonymous and about nobody unless said.</summary>
    public static NewLetter Letter(string text, params About[] about) => new()
    {
        Draft = LetterDraft.New(), Text = text, Kind = Kind.Unknown, Subject = Subject.Other, Group = WriterGroup.Unsaid,
        Channel = Channel.Web, Identity = null, About = about, Urgent = false, Language = "ky", Files = [],
    };

    public Task<Receipt> AcceptAsync(NewLetter letter) => LetterBox.AcceptAsync(School, letter, CancellationToken.None);

    private static School NewSchool(string slug, int place, Argon code) => new()
    {
        Id = SchoolId.New(), Slug = slug, Place = place, Town = "Мисал айылы", Language = "ky", TimeZone = SchoolClock.Bishkek,
        Name = new SchoolName
        {
            Kyrgyz = "№ 5 орто мектеп", KyrgyzGenitive = "№ 5 орто мектептин", Russian = "средняя школа № 5", RussianGenitive = "средней школы № 5",
        },
        Settings = new SchoolSettings(), CodeSalt = new byte[School.CodeSaltBytes], CodeOperations = code.Operations, CodeMemoryBytes = code.MemoryBytes,
        CreatedOn = new DateOnly(2026, 9, 1), OpenedOn = new DateOnly(2026, 9, 1), ReadersSince = new DateOnly(2026, 9, 1),
    };

    private Account NewAccount(TestPerson person, bool confirmed)
    {
        using var sheet = RecoverySheet.New();
        var account = new Account
        {
            School = Id, Person = person.Id, Login = person.Login, PublicKey = person.Keys.PublicKey,
            Salt = [], StretchOperations = 1, StretchMemoryBytes = 0, Verifier = [], WrappedPrivateKey = [], WrappedSecondFactor = [], RecoveryWrap = RecoverySheet.Wrap(sheet, person.Keys, Id.Value, person.Id.Value),
            LastOtpStep = -1, RecoverySheetOn = Clock.Today, UndertakingOn = Clock.Today, ConfirmedOn = confirmed ? Clock.Today : null,
        };
        account.SetLock(StaffLock.Create(person.Passphrase, person.Keys, person.OtpSecret, Quick, Id.Value, person.Id.Value));
        return account;
    }
}
