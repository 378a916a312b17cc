using System.Globalization;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Journal;

/// <summary>Walks one book from its first line to its head.</summary>
internal sealed class VerifyChain(IshenimDb db, Book book)
{
    private readonly string _name = book == Book.Arrivals ? "arrivals" : "acts";
    private byte[] _hash = JournalHash.Start(db.School, book);
    private long _lines;
    private long _tied;

    /// <summary>How many lines it has.</summary>
    /// <exception cref="ContradictionException">At the first line that contradicts.</exception>
    public async Task<long> WalkAsync(CancellationToken cancellation)
    {
        var lines = db.Set<JournalLine>().AsNoTracking().Where(line => line.Book == book).OrderBy(line => line.Number);
        var ties = new List<JournalLine>();
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            CheckLine(line);
            if (line.Verb == JournalVerb.ArrivalsTied)
                ties.Add(line);
        }
        foreach (var tie in ties)
            await CheckTieAsync(tie, cancellation);
        await CheckHeadAsync(cancellation);
        return _lines;
    }

    private void CheckLine(JournalLine line)
    {
        _lines++;
        if (line.Number != _lines)
            throw Broken(_lines, $"is missing; the next one there is line {line.Number}");
        if (book == Book.Arrivals == line.At is not null)
            throw Broken(_lines, book == Book.Arrivals ? "tells a time, which an arrival never does" : "tells no time");
        _hash = JournalHash.Of(_hash, line);
        if (!_hash.AsSpan().SequenceEqual(line.Hash))
            throw Broken(_lines, "does not agree with its hash: it, or the line before it, is not the one that was written here");
    }

    private async Task CheckTieAsync(JournalLine tie, CancellationToken cancellation)
    {
        var parts = tie.Detail?.Split(':') ?? [];
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= _tied)
            throw Broken(tie.Number, "ties no arrivals, or some that are tied already");
        var tied = await db.Set<JournalLine>().AsNoTracking()
            .SingleOrDefaultAsync(line => line.Book == Book.Arrivals && line.Number == number, cancellation);
        if (tied is null)
            throw Broken(tie.Number, $"ties the arrivals up to line {number}, but the book of arrivals has no such line: its tail was cut");
        if (Convert.ToHexStringLower(tied.Hash) != parts[1])
            throw Broken(tie.Number, $"ties another line {number} of arrivals than the one that is there");
        _tied = number;
    }

    private async Task CheckHeadAsync(CancellationToken cancellation)
    {
        var head = await db.Set<JournalHead>().AsNoTracking().SingleOrDefaultAsync(one => one.Book == book, cancellation);
        if ((head?.Lines ?? 0) > _lines)
            throw Broken(_lines + 1, $"is missing, and all after it: the head says {head!.Lines} lines, so the tail was cut");
        if ((head?.Lines ?? 0) < _lines)
            throw Broken((head?.Lines ?? 0) + 1, "stands after the end that the head tells: it was added past the program");
        if (head is not null && !head.Hash.AsSpan().SequenceEqual(_hash))
            throw Broken(_lines, "is the last one, but the head holds another hash");
        if (book == Book.Acts && (head?.TiedArrivals ?? 0) != _tied)
            throw Broken(_lines, $"ends the book, whose ties reach arrival {_tied}; the head says {head?.TiedArrivals ?? 0}");
    }

    private ContradictionException Broken(long line, string says) => new($"{_name}, line {line} {says}");
}
