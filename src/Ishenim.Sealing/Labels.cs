using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ishenim.Sealing;

/// <summary>Who may hold a key: each appeal has one key of each class, anew in every epoch. The numbers stand in envelopes: never change them.</summary>
public enum KeyClass : byte
{
    /// <summary>The letter's text and files: readers and the writer.</summary>
    Letter = 1,

    /// <summary>The talk after it: readers and the writer.</summary>
    Reply = 2,

    /// <summary>Notes, drafts, reasons: readers, never the writer.</summary>
    Desk = 3,

    /// <summary>Scans of handwriting and unredacted originals: the registrar alone.</summary>
    Original = 4,

    /// <summary>A signed writer's name and contacts: those to whom the letter comes directly.</summary>
    Identity = 5,

    /// <summary>The letter's text as a reader blacked it out: readers, and executors instead of <see cref="Letter"/>; never the writer.</summary>
    Redacted = 6,

    /// <summary>What the commission is asked and says of the letter: readers, and its members while it is on their agenda; never the writer.</summary>
    Commission = 7,
}

/// <summary>What a sealed part is. The numbers stand in envelopes: never change them.</summary>
public enum PartKind : byte
{
    Text = 1,
    FileName = 2,
    File = 3,
    Identity = 4,
    Facts = 5,
    Note = 6,
    Draft = 7,
    Reason = 8,
    Measure = 9,
    Closing = 10,
    Step = 11,
    Widening = 20,
    NotHelped = 21,
    Instruction = 30,
    Report = 31,
    PassedOn = 32,
    BodyReply = 33,
    Joining = 40,
    UrgentStep = 41,
    Redacted = 50,
    IdentityRequest = 51,
    Agenda = 60,
    Minutes = 61,

    /// <summary>The scan of a signed protocol, sealed once more for each letter of which something stands on it.</summary>
    ProtocolScan = 62,
}

/// <summary>Which side wrote a part. The numbers stand in envelopes: never change them.</summary>
public enum AuthorSide : byte
{
    Writer = 1,
    School = 2,
}

/// <summary>
/// The place of a sealed part. It is bound to the ciphertext as associated data, so that a part cannot be moved to another
/// place, passed off as the other side's, or put out of order, even by who writes the database.
/// </summary>
/// <param name="School">The school.</param>
/// <param name="Appeal">The appeal.</param>
/// <param name="Part">The part's own id.</param>
/// <param name="Class">The class of the key that seals it.</param>
/// <param name="Epoch">Which of the class's keys, counted up at each revocation.</param>
/// <param name="Kind">What the part is.</param>
/// <param name="Side">Who wrote it.</param>
/// <param name="Sequence">Its place in the appeal's thread.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PartLabel(
    Guid School, Guid Appeal, Guid Part, KeyClass Class, int Epoch, PartKind Kind, AuthorSide Side, int Sequence)
{
    /// <summary>Length of the encoding, in bytes: every field at its full width, big-endian, in the order declared.</summary>
    internal const int Size = 16 + 16 + 16 + 1 + 4 + 1 + 1 + 4;

    internal void Write(Span<byte> into)
    {
        School.TryWriteBytes(into, bigEndian: true, out _);
        Appeal.TryWriteBytes(into[16..], bigEndian: true, out _);
        Part.TryWriteBytes(into[32..], bigEndian: true, out _);
        into[48] = (byte)Class;
        BinaryPrimitives.WriteInt32BigEndian(into[49..], Epoch);
        into[53] = (byte)Kind;
        into[54] = (byte)Side;
        BinaryPrimitives.WriteInt32BigEndian(into[55..], Sequence);
    }
}

/// <summary>Whose a sealed class key is: repeated inside the seal and checked when it is opened.</summary>
/// <param name="School">The school.</param>
/// <param name="Appeal">The appeal.</param>
/// <param name="Class">The key's class.</param>
/// <param name="Epoch">Which of the class's keys.</param>
/// <param name="Recipient">The id of the one who may open it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GrantLabel(Guid School, Guid Appeal, KeyClass Class, int Epoch, Guid Recipient)
{
    /// <summary>Length of the encoding, in bytes: every field at its full width, big-endian, in the order declared.</summary>
    internal const int Size = 16 + 16 + 1 + 4 + 16;

    internal void Write(Span<byte> into)
    {
        School.TryWriteBytes(into, bigEndian: true, out _);
        Appeal.TryWriteBytes(into[16..], bigEndian: true, out _);
        into[32] = (byte)Class;
        BinaryPrimitives.WriteInt32BigEndian(into[33..], Epoch);
        Recipient.TryWriteBytes(into[37..], bigEndian: true, out _);
    }
}
