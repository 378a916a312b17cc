using System.Globalization;
using Ishenim.Core.Attachments;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>One school of a restored backup, before the restore is committed.</summary>
internal sealed class RestoredSchool(IshenimDb db, School school, IAttachmentStore store, TimeProvider time)
{
    public async Task<VerifyReport> VerifyAsync(BackupManifest manifest, CancellationToken cancellation)
    {
        var report = await Verifier.VerifyAsync(db, store, cancellation);
        if (!report.Intact)
            return report;
        var heads = await db.Set<JournalHead>().AsNoTracking().OrderBy(head => head.Book).ToListAsync(cancellation);
        var here = heads.ConvertAll(head => new BackupHead(school.Id.Value, (int)head.Book, head.Lines, Convert.ToHexStringLower(head.Hash)));
        return here.SequenceEqual(manifest.Heads.Where(head => head.School == school.Id.Value).OrderBy(head => head.Book))
            ? report
            : report with { Contradiction = "the journal ends elsewhere than the manifest says" };
    }

    /// <summary>Writes that it was restored, and lets numbering go on after what paper already holds.</summary>
    public async Task GoOnAfterPaperAsync(BackupManifest manifest, AskLastNumbers ask, bool last)
    {
        var counters = await db.Set<Counter>().OrderBy(counter => counter.Series).ToListAsync();
        var onPaper = await ask(school, [.. counters.Select(counter => new LastNumber(counter.Series, counter.Last)), .. NewSince(counters)], last);
        await JournalAsync($"backup of {manifest.MadeOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        foreach (var number in onPaper)
            if (GoOn(counters, number) is { } gap)
                await JournalAsync(gap.ToString());
        await db.SaveChangesAsync();
    }

    /// <summary>Series of the present year that the backup's year had, too.</summary>
    private IEnumerable<LastNumber> NewSince(List<Counter> counters)
    {
        var today = school.Clock(time).Today;
        return counters.Select(counter => Counters.SeriesAt(counter.Series, today)).Distinct()
            .Where(series => !counters.Exists(counter => counter.Series == series)).Select(series => new LastNumber(series, 0));
    }

    private PaperNumbers? GoOn(List<Counter> counters, LastNumber onPaper)
    {
        var counter = counters.Find(one => one.Series == onPaper.Series);
        var inBackup = counter?.Last ?? 0;
        if (onPaper.Last < inBackup)
            throw new LastNumberTooLowException(onPaper, inBackup);
        if (onPaper.Last == inBackup)
            return null;
        if (counter is null)
            db.StartAfter(onPaper.Series, onPaper.Last);
        else
            counter.Last = onPaper.Last;
        return new PaperNumbers(onPaper.Series, inBackup + 1, onPaper.Last);
    }

    private Task JournalAsync(string detail)
    {
        var clock = school.Clock(time);
        return db.JournalActAsync(clock.UtcNow, clock.Today, new Act(null, JournalVerb.Restored, Detail: detail));
    }
}
