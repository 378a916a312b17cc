using System.Globalization;
using Ishenim.Core.Appeals;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Journal;

/// <summary>Holds the letters against the book of arrivals, and their numbers against the counters.</summary>
internal sealed class VerifyLetters(IshenimDb db)
{
    private readonly Dictionary<string, List<(long From, long To)>> _onPaperOnly = [];

    /// <summary>How many letters there are.</summary>
    /// <exception cref="ContradictionException">At the first letter or number that contradicts.</exception>
    public async Task<long> CheckAsync(CancellationToken cancellation)
    {
        await CheckArrivalsAsync(cancellation);
        await ReadRestoresAsync(cancellation);
        var letters = await CheckCommonAsync(cancellation);
        return letters + await CheckRestrictedAsync(cancellation);
    }

    private async Task CheckArrivalsAsync(CancellationToken cancellation)
    {
        var arrivals = db.Set<JournalLine>().AsNoTracking().Where(line => line.Book == Book.Arrivals && line.Verb == JournalVerb.LetterArrived);
        var appeals = db.Set<Appeal>().AsNoTracking();
        var unwritten = await appeals.Where(appeal => !arrivals.Any(line => line.Appeal == appeal.Id)).CountAsync(cancellation);
        if (unwritten > 0)
            throw new ContradictionException($"{unwritten} letter(s) stand in no line of arrivals");
        var lost = await arrivals.Where(line => !appeals.Any(appeal => appeal.Id == line.Appeal)).OrderBy(line => line.Number).FirstOrDefaultAsync(cancellation);
        if (lost is not null)
            throw new ContradictionException($"arrivals, line {lost.Number} tells of a letter that is not there");
        if (await arrivals.CountAsync(cancellation) != await appeals.CountAsync(cancellation))
            throw new ContradictionException("a letter stands in two lines of arrivals");
    }

    /// <summary>Numbers that only paper holds, because the backup was older: each restore's line names them.</summary>
    private async Task ReadRestoresAsync(CancellationToken cancellation)
    {
        var restores = db.Set<JournalLine>().AsNoTracking().Where(line => line.Book == Book.Acts && line.Verb == JournalVerb.Restored && line.Detail != null);
        await foreach (var line in restores.AsAsyncEnumerable().WithCancellation(cancellation))
            if (PaperNumbers.TryParse(line.Detail!, out var numbers))
            {
                if (!_onPaperOnly.TryGetValue(numbers!.Series, out var gaps))
                    _onPaperOnly[numbers.Series] = gaps = [];
                gaps.Add((numbers.From, numbers.To));
            }
    }

    private async Task<long> CheckCommonAsync(CancellationToken cancellation)
    {
        var last = await db.Set<Counter>().AsNoTracking().ToDictionaryAsync(counter => counter.Series, counter => counter.Last, cancellation);
        var letters = 0L;
        (string Series, long Place) before = ("", 0);
        var places = db.Set<Appeal>().AsNoTracking().Where(appeal => appeal.RegisterPlace != null)
            .OrderBy(appeal => appeal.RegisterPlace).Select(appeal => new { appeal.RegisterPlace, appeal.Facts!.Number });
        await foreach (var row in places.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            letters++;
            // A letter that became restricted keeps its place; its number is sealed with its other facts.
            var number = RegisterNumber.AtPlace(row.RegisterPlace!.Value);
            if (row.Number is not null && row.Number != number.ToString())
                throw new ContradictionException($"the letter at place {row.RegisterPlace} of the register bears another number");
            var series = RegisterNumber.SeriesOf(number.Year, restricted: false);
            if (series != before.Series)
                CheckEnd(before, last);
            else
                CheckNext(series, before.Place, number.Place);
            before = (series, number.Place);
        }
        CheckEnd(before, last);
        return letters;
    }

    private void CheckNext(string series, long before, long place)
    {
        if (place == before)
            throw new ContradictionException($"number {place} of {series} stands twice");
        for (var missing = before + 1; missing < place; missing++)
            if (!IsOnPaperOnly(series, missing))
                throw new ContradictionException($"number {missing} of {series} is missing");
    }

    private void CheckEnd((string Series, long Place) end, Dictionary<string, long> last)
    {
        if (end.Series.Length == 0)
            return;
        var counted = last.GetValueOrDefault(end.Series);
        if (counted < end.Place)
            throw new ContradictionException($"number {end.Place} of {end.Series} was never given out: the counter says {counted}");
        CheckNext(end.Series, end.Place, counted + 1);
    }

    private bool IsOnPaperOnly(string series, long place) =>
        _onPaperOnly.TryGetValue(series, out var gaps) && gaps.Exists(gap => place >= gap.From && place <= gap.To);

    /// <summary>Their numbers are sealed: only their count can be held against the counters.</summary>
    private async Task<long> CheckRestrictedAsync(CancellationToken cancellation)
    {
        var restricted = await db.Set<Appeal>().AsNoTracking().LongCountAsync(appeal => appeal.RegisterPlace == null, cancellation);
        var given = await db.Set<Counter>().AsNoTracking().Where(counter => counter.Series.StartsWith("restricted:"))
            .SumAsync(counter => counter.Last, cancellation);
        return restricted <= given
            ? restricted
            : throw new ContradictionException(string.Create(CultureInfo.InvariantCulture, $"there are {restricted} restricted letters, but only {given} numbers were given out"));
    }
}
