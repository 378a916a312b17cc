using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;
using Ishenim.Core.Journal;
using Ishenim.Core.Tests.Appeals;
using Ishenim.Sealing;

namespace Ishenim.Core.Tests.Fire;

/// <summary>What really happened: this letter was sent at that moment by that pupil.</summary>
internal sealed record Sent(AppealId Letter, int Pupil, DateTimeOffset At, int Day);

/// <summary>
/// A month at a school by a clock that the test sets. Every school day five known pupils each write a letter at a moment that
/// is known too; some add to it later, and staff sign in, read and answer all day long.
/// </summary>
/// <remarks>Writers act within the first half of an hour and staff within the second, so that a time tells whose it is.</remarks>
internal sealed class AnonymousMonth
{
    public const int Days = 20;
    public const int LettersADay = 5;

    private static readonly DateTimeOffset FirstMorning = new(2026, 9, 1, 2, 0, 0, TimeSpan.Zero);

    private readonly Dice _dice;
    private readonly TestSchool _school;
    private readonly DeskOf _desk;
    private readonly WriterThread _writers;
    private readonly List<(AppealId Id, ReceiptCode Code, bool Answered)> _open = [];

    private AnonymousMonth(TestSchool school, long seed)
    {
        (_school, _dice, _desk) = (school, new Dice(seed, 0), new DeskOf(school));
        _writers = new WriterThread(school.Database.Gate, new CodeStretching(), school.Staged, school.Files, school.Time);
    }

    public List<Sent> Letters { get; } = [];

    /// <summary>Each moment in which a writer did anything.</summary>
    public List<DateTimeOffset> WritersMoments { get; } = [];

    public static async Task<AnonymousMonth> LiveAsync(TestSchool school, long seed)
    {
        var month = new AnonymousMonth(school, seed);
        for (var day = 0; day < Days; day++)
            await month.LiveDayAsync(day);
        return month;
    }

    private async Task LiveDayAsync(int day)
    {
        // Four weeks of five days; ten hours in each, a letter in every second one.
        var morning = FirstMorning.AddDays(day / 5 * 7 + day % 5);
        var pupils = Enumerable.Range(0, 30).OrderBy(_ => _dice.Next()).Take(LettersADay).ToList();
        for (var hour = 0; hour < 2 * LettersADay; hour++)
        {
            _school.Time.Now = Within(morning.AddHours(hour), 0);
            if (hour % 2 == 0)
                await SendAsync(pupils[hour / 2], day);
            else if (_dice.OneIn(2))
                await AddAsync();
            _school.Time.Now = Within(morning.AddHours(hour), 35);
            await WorkAsync();
        }
    }

    private DateTimeOffset Within(DateTimeOffset hour, int minute) => hour.AddMinutes(minute + _dice.Below(20)).AddSeconds(_dice.Below(60)).AddTicks(_dice.Below(10_000_000));

    private async Task SendAsync(int pupil, int day)
    {
        var letter = TestSchool.Letter(new string('ү', 10 + _dice.Below(5000))) with { Urgent = _dice.OneIn(10) };
        var files = new List<StagedFile>();
        for (var count = _dice.Below(3); count > 0; count--)
        {
            using var content = new MemoryStream(_dice.Bytes(1 + _dice.Below(60_000)));
            files.Add(await _school.Staged.StageAsync(content, "сүрөт.bin", letter.Draft.FileSeal(_school.Id), CancellationToken.None));
        }
        var receipt = await _school.AcceptAsync(letter with { Files = files });
        _open.Add((letter.Draft.Id, receipt.Code, false));
        Letters.Add(new Sent(letter.Draft.Id, pupil, _school.Time.Now, day));
        WritersMoments.Add(_school.Time.Now);
    }

    private async Task AddAsync()
    {
        using var thread = (await _writers.OpenAsync(_school.School, _dice.Of(_open).Code, CancellationToken.None))!;
        using var draft = LetterDraft.New();
        await _writers.AddAsync(_school.School, thread, new NewMessage { Text = "Дагы.", Draft = draft, Files = [] }, CancellationToken.None);
        WritersMoments.Add(_school.Time.Now);
    }

    private async Task WorkAsync()
    {
        var actor = (_dice.OneIn(2) ? _school.Responsible : _school.Director).Now(_school);
        await using (var db = _school.Database.Open(_school.Id))
            await _school.Database.Gate.InTransactionAsync(db, () => db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.SignedIn)));
        // As people do: what is new first, and now and then something older.
        var at = _dice.OneIn(4) ? _dice.Below(_open.Count) : _open.Count - 1;
        var letter = (await _desk.Reading.ReadAsync(actor, _open[at].Id))!;
        if (_dice.OneIn(2) || _open[at].Answered)
            return;
        await _desk.Answering.AnswerAsync(actor, letter.Id, new NewAnswer { Text = "Жооп.", Version = letter.Version });
        _open[at] = _open[at] with { Answered = true };
    }
}
