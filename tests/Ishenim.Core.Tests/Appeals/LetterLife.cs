using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

/// <summary>A school in which random things happen to letters, and what must hold after each of them.</summary>
internal sealed partial class LetterLife : IDisposable
{
    private const int Operations = 42;

    private readonly TestSchool _school;
    private readonly DeskOf _desk;
    private readonly WriterThread _writers;
    private readonly CodeStretching _codes = new();
    private readonly People _staff;
    private readonly HandOver _handOver;
    private readonly SteppingDown _steppingDown;
    private readonly KeyConfirmation _confirmation;
    private readonly StretchQueue _queue = new(2, 100);
    private readonly AccountChanges _changes;
    private readonly List<TestPerson> _people;
    private readonly HashSet<PersonId> _left = [];
    private readonly List<(AppealId Id, ReceiptCode Code)> _letters = [];
    private readonly List<(AppealId Id, PersonId Person, int LastPart, HashSet<(KeyClass, int)> Held)> _lost = [];

    private LetterLife(TestSchool school, List<TestPerson> people)
    {
        (_school, _people, _desk) = (school, people, new DeskOf(school));
        var gate = school.Database.Gate;
        (_staff, _handOver) = (new People(gate), new HandOver(gate));
        (_steppingDown, _confirmation) = (new SteppingDown(gate), new KeyConfirmation(gate));
        _changes = new AccountChanges(gate, _queue, new SignInThrottle(school.Time), TestSchool.Quick, school.Time);
        _writers = new WriterThread(school.Database.Gate, _codes, school.Staged, school.Files, school.Time);
    }

    public static async Task<LetterLife> StartAsync(TestDatabase database, int place)
    {
        var school = await TestSchool.OpenAsync(database, $"school-{place}", place);
        var life = new LetterLife(school,
        [
            school.Responsible, school.Director, school.Chair,
            await school.AddAsync("Мээрим Ойдонова", Position.Teacher, Role.Member), await school.AddAsync("Эркин Мисалов", Position.Deputy, Role.Member),
        ]);
        await life.ConveneAsync();
        return life;
    }

    /// <summary>One step; a rule that refuses it is as good an outcome as any.</summary>
    public async Task DoAsync(byte what, byte who, byte which, byte about)
    {
        try
        {
            if (_letters.Count == 0 || what % Operations == 0)
                await AcceptAsync(about);
            else
                await DoAsync(what % Operations, about, _people[who % _people.Count], _letters[which % _letters.Count], _people[about % _people.Count]);
        }
        catch (Refusal)
        {
            // Refused: nothing may have changed, and CheckAsync looks.
        }
    }

    private Task DoAsync(int what, byte about, TestPerson person, (AppealId Id, ReceiptCode Code) letter, TestPerson other) => what switch
    {
        1 or 2 => StepBackAsync(person, letter.Id),
        3 => _desk.Access.GrantAsync(person.Now(_school), letter.Id, other.Id),
        4 => AnswerAsync(person, letter.Id),
        5 => WriteAgainAsync(letter.Code),
        6 => CloseAsync(person, letter.Id),
        7 => _handOver.GiveAsync(person.Now(_school), other.Id, after: null),
        8 => ReplaceAsync(person, other),
        // Who left has no session: these pages are not to be had.
        9 or 10 or 12 or 13 when _left.Contains(person.Id) || _left.Contains(other.Id) => Task.CompletedTask,
        9 => _steppingDown.StepDownAsync(person.Now(_school)),
        10 => _confirmation.ConfirmAsync(other.Now(_school), person.Id, person.Keys.Fingerprint),
        11 => SignAsync(letter.Code),
        12 => ReplaceKeyAsync(person),
        13 => ChangeRolesAsync(person, other),
        14 or 15 => WidenAsync(person, letter.Id, other, about),
        16 => ReopenAsync(person, letter.Id),
        17 => CancelAsync(person, letter.Id),
        18 => ForwardAsync(person, letter.Id, other.Id),
        19 => _desk.Given.HandBackAsync(person.Now(_school), letter.Id, new Report { Text = "Текшерип чыктым.", Answer = "" }),
        20 => _desk.Forwarding.RecallAsync(person.Now(_school), letter.Id, other.Id, "Башка адамга берилет."),
        21 => JoinAsync(person, letter.Id, about),
        22 => PartAsync(person, letter.Id),
        23 => SayNotHelpedAsync(letter.Code),
        24 => ConsiderAgainAsync(person, letter.Id),
        25 => _desk.ConsideringAgain.GiveDeskAsync(person.Now(_school), letter.Id),
        26 or 27 => RedactAsync(person, letter.Id, other.Id),
        28 or 29 when _left.Contains(person.Id) || _left.Contains(other.Id) => Task.CompletedTask,
        28 => GoAwayAsync(person, other),
        29 => ComeBackAsync(person),
        30 => _desk.NameAsking.AskAsync(person.Now(_school), letter.Id, "Ата-энеси менен сүйлөшүү керек."),
        31 or 32 => AskAllTheWayAsync(other, about),
        33 => DecideAsync(person, about),
        34 => GiveNameAsync(person, letter.Id),
        35 or 36 or 37 => PutOnAgendaAsync(person, letter.Id, about),
        38 => TakeOffAgendaAsync(person, letter.Id),
        39 => LoseOrReturnAsync(person, other, about),
        40 => EndMeetingAsync(person),
        _ => _desk.Answering.AddNoteAsync(person.Now(_school), letter.Id, "Белги."),
    };

    /// <summary>A person steps down and leaves, and somebody new comes with the same roles.</summary>
    private async Task ReplaceAsync(TestPerson person, TestPerson by)
    {
        if (_left.Contains(person.Id) || person == by || _people.Count > 9)
            return;
        await _steppingDown.StepDownAsync(person.Now(_school));
        await _staff.LeaveAsync(by.Now(_school), person.Id);
        _left.Add(person.Id);
        _people.Add(await _school.AddAsync("Ордуна Келген", person.Person.Position, [.. person.Person.Roles.Select(held => held.Role)]));
    }

    private async Task ReplaceKeyAsync(TestPerson person)
    {
        await _changes.ReplaceKeyAsync(person.Now(_school), new Proof(person.Passphrase, person.NextCode(_school.Time)), "?");
        await using var db = _school.Database.Open(_school.Id);
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(one => one.Person == person.Id);
        using var opened = StaffLock.TryOpen(person.Passphrase, account.Lock, _school.Id.Value, person.Id.Value)!;
        _people[_people.IndexOf(person)] = person with { Keys = KeyPair.FromPrivateKey(opened.Keys.PrivateKey.Bytes) };
        person.Keys.Dispose();
    }

    /// <summary>The person takes over what the other does.</summary>
    private async Task ChangeRolesAsync(TestPerson person, TestPerson other)
    {
        await using var db = _school.Database.Open(_school.Id);
        var now = await db.Set<Person>().AsNoTracking().SingleAsync(one => one.Id == person.Id);
        var roles = other.Person.Roles.Select(held => held.Role).ToHashSet();
        await _staff.ChangeAsync(other.Now(_school), person.Id, now.Version, new PersonInput
        {
            Name = now.Name, Post = now.Post, Position = now.Position, Woman = false, Email = null, Language = "ky", Roles = roles,
        });
        person.Person.Roles.Clear();
        foreach (var role in roles)
            person.Person.Roles.Add(new PersonRole { School = _school.Id, Person = person.Id, Role = role });
    }

    private async Task SignAsync(ReceiptCode code)
    {
        using var thread = (await _writers.OpenAsync(_school.School, code, CancellationToken.None))!;
        await _writers.SignAsync(_school.School, thread, new Identity("Айнура", "0555 010203"));
    }

    private async Task AcceptAsync(byte about)
    {
        var whom = Enum.GetValues<About>().Where((one, i) => one != About.Nobody && (about >> i & 1) == 1);
        var letter = TestSchool.Letter("Кат.", [.. whom]) with { Identity = about % 2 == 0 ? new Identity("Айнура", "0555 010203") : null };
        var receipt = await _school.AcceptAsync(letter);
        _letters.Add((letter.Draft.Id, receipt.Code));
    }

    private async Task GoAwayAsync(TestPerson person, TestPerson standIn)
    {
        var (absences, actor) = (new Absences(_school.Database.Gate), person.Now(_school));
        await absences.NameAsync(actor, new NewStandIn { By = standIn.Id, From = actor.Today, To = actor.Today.AddDays(5) });
        foreach (var absence in (await absences.ListAsync(actor)).Where(one => one.For == person.Id))
            await new OlderLetters(_school.Database.Gate).GiveAsync(actor, absence.Id);
    }

    private async Task ComeBackAsync(TestPerson person)
    {
        var (absences, actor) = (new Absences(_school.Database.Gate), person.Now(_school));
        foreach (var absence in (await absences.ListAsync(actor)).Where(one => one.For == person.Id))
            await new ComingBack(_school.Database.Gate).EndAsync(actor, absence.Id);
    }

    private async Task StepBackAsync(TestPerson person, AppealId id)
    {
        await using var db = _school.Database.Open(_school.Id);
        using var keys = await AppealKeys.OpenAsync(db, id, person.Id.Value, person.Keys);
        var last = await db.Set<Appeal>().Where(appeal => appeal.Id == id).Select(appeal => appeal.LastPart).SingleAsync();
        if (await _desk.Access.StepBackAsync(person.Now(_school), id))
            _lost.Add((id, person.Id, last, [.. keys.Held]));
    }

    private async Task JoinAsync(TestPerson person, AppealId id, byte which)
    {
        var other = _letters[which % _letters.Count].Id;
        if (await _desk.Access.NumberAsync(person.Now(_school), other) is { } number)
            await _desk.Joining.JoinAsync(person.Now(_school), id, RegisterNumber.Parse(number));
    }

    private async Task PartAsync(TestPerson person, AppealId id)
    {
        if (await _desk.Joining.OfAsync(person.Now(_school), id) is { Now: [var first, ..] })
            await _desk.Joining.PartAsync(person.Now(_school), id, first.Id);
    }

    private async Task ForwardAsync(TestPerson person, AppealId id, PersonId to)
    {
        if (await _desk.Forwarding.OfferAsync(person.Now(_school), id) is { } offer)
            await _desk.Forwarding.ForwardAsync(person.Now(_school), id, new NewForwarding
            {
                To = [to], Commission = to.Value.ToByteArray()[0] % 4 == 0, Lead = null, Text = "Текшерип бериңиз.", DueOn = _school.Clock.Today, WithIdentity = false, Redacted = offer.RedactedOn is not null, Version = offer.Version,
            });
    }

    /// <summary>Now and then it goes to somebody at once, so that copies are made anew while executors hold one.</summary>
    private async Task RedactAsync(TestPerson person, AppealId id, PersonId to)
    {
        if (await _desk.Redacting.OpenAsync(person.Now(_school), id) is { } letter)
            await _desk.Redacting.RedactAsync(person.Now(_school), id, new NewRedaction { Blackened = [0], Version = letter.Version });
        await ForwardAsync(person, id, to);
    }

    /// <summary>By name, by group, or both; now and then it is stepping back, with or without knowing.</summary>
    private async Task WidenAsync(TestPerson person, AppealId id, TestPerson other, byte about)
    {
        if (await _desk.Widening.NowAsync(person.Now(_school), id) is not { } now)
            return;
        var before = await HeldAsync(id);
        await _desk.Widening.WidenAsync(person.Now(_school), id, new NewAbout
        {
            Groups = about % 3 == 0 ? [] : [(About)(about % 8)], Persons = about % 3 == 1 ? [] : [other.Id], SteppingBack = about % 2 == 0, Version = now.Version,
        });
        var after = await HeldAsync(id);
        // What says whom it is about comes after the last part that they could read.
        _lost.AddRange(before.Held.Keys.Except(after.Held.Keys).Select(gone => (id, gone, before.LastPart, before.Held[gone])));
        Assert.DoesNotContain(after.Held.Keys, one => about % 3 != 1 && one == other.Id);
    }

    private async Task<(int LastPart, Dictionary<PersonId, HashSet<(KeyClass, int)>> Held)> HeldAsync(AppealId id)
    {
        await using var db = _school.Database.Open(_school.Id);
        var grants = await db.Set<Grant>().AsNoTracking().Where(grant => grant.Appeal == id && grant.Recipient != id.Value).ToListAsync();
        var last = await db.Set<Appeal>().Where(appeal => appeal.Id == id).Select(appeal => appeal.LastPart).SingleAsync();
        return (last, grants.GroupBy(grant => new PersonId(grant.Recipient)).ToDictionary(one => one.Key, one => one.Select(grant => (grant.Class, grant.Epoch)).ToHashSet()));
    }

    private async Task ReopenAsync(TestPerson person, AppealId id)
    {
        if (await _desk.Reading.ReadAsync(person.Now(_school), id) is { } letter)
            await _desk.Reopening.ReopenAsync(person.Now(_school), id, "Дагы бир жолу карайбыз.", letter.Version);
    }

    private async Task SayNotHelpedAsync(ReceiptCode code)
    {
        using var thread = (await _writers.OpenAsync(_school.School, code, CancellationToken.None))!;
        await _desk.SayingNotHelped.SayAsync(_school.School, thread, "Эч нерсе өзгөргөн жок.");
    }

    private async Task ConsiderAgainAsync(TestPerson person, AppealId id)
    {
        if (await _desk.Reading.ReadAsync(person.Now(_school), id) is { } letter)
            await _desk.ConsideringAgain.ConsiderAsync(person.Now(_school), id, letter.Version);
    }

    /// <summary>A new letter, as by chance alone these steps seldom come one after another; at the end, now and then, who asked goes.</summary>
    private async Task AskAllTheWayAsync(TestPerson other, byte about)
    {
        await AcceptAsync(about: 0);
        var id = _letters[^1].Id;
        var readers = await HeldAsync(id);
        var person = _people.First(one => readers.Held.ContainsKey(one.Id));
        await ForwardAsync(person, id, other.Id);
        await _desk.NameAsking.AskAsync(other.Now(_school), id, "Ата-энеси менен сүйлөшүү керек.");
        foreach (var chair in _people.Where(one => !_left.Contains(one.Id)))
            await DecideAsync(chair, about);
        await GiveNameAsync(person, id);
        if (about % 3 > 0)
            await StepBackAsync(other, id);
    }

    private async Task DecideAsync(TestPerson person, byte about)
    {
        foreach (var asked in await _desk.NameDeciding.ListAsync(person.Now(_school)))
        {
            Assert.NotNull(asked.Number);
            if (about % 4 == 0)
                await _desk.NameDeciding.RefuseAsync(person.Now(_school), asked.Id, "Атын билүүнүн кереги жок.");
            else
                await _desk.NameDeciding.ApproveAsync(person.Now(_school), asked.Id);
        }
    }

    private async Task GiveNameAsync(TestPerson person, AppealId id)
    {
        foreach (var one in (await _desk.NameStandings.OfAsync(person.Now(_school), id))?.ToGive ?? [])
            await _desk.NameGiving.GiveAsync(person.Now(_school), id, one.Row.Id);
    }

    private async Task CancelAsync(TestPerson person, AppealId id)
    {
        if (await _desk.Reading.ReadAsync(person.Now(_school), id) is { } letter)
            await _desk.Ending.CancelAsync(person.Now(_school), id, new NewCancelling { Ground = CancelGround.Test, Reason = "Бул сыноо каты болчу.", Version = letter.Version });
    }

    private async Task AnswerAsync(TestPerson person, AppealId id)
    {
        if (await _desk.Reading.ReadAsync(person.Now(_school), id) is { } letter)
            await _desk.Answering.AnswerAsync(person.Now(_school), id, new NewAnswer { Text = "Жооп.", Version = letter.Version });
    }

    private async Task CloseAsync(TestPerson person, AppealId id)
    {
        if (await _desk.Reading.ReadAsync(person.Now(_school), id) is { } letter)
            await _desk.CloseAsync(person.Now(_school), id, letter.Version);
    }

    private async Task WriteAgainAsync(ReceiptCode code)
    {
        using var thread = (await _writers.OpenAsync(_school.School, code, CancellationToken.None))!;
        using var draft = LetterDraft.New();
        await _writers.AddAsync(_school.School, thread, new NewMessage { Text = "Дагы.", Draft = draft, Files = [] }, CancellationToken.None);
    }

    public void Dispose()
    {
        foreach (var person in _people)
            person.Keys.Dispose();
    }
}
