namespace Ishenim.Core.Staff;

/// <summary>What a person does in the trust mail. One person may have several.</summary>
public enum Role
{
    /// <summary>The regulation's responsible person (жооптуу адам): holds the key, registers letters.</summary>
    Responsible = 1,
    Director = 2,

    /// <summary>Chair of the commission, provisional until the commission elects one.</summary>
    Chair = 3,

    /// <summary>Member of the commission.</summary>
    Member = 4,

    /// <summary>Considers letters that were forwarded, and sees nothing else.</summary>
    Executor = 5,

    /// <summary>Settings and accounts; can read no letter.</summary>
    Administrator = 6,

    /// <summary>Takes the chair's place in the order of succession where the chair is kept from a letter, or away.</summary>
    DeputyChair = 7,

    /// <summary>Somebody of the education office, outside of the school, where the school has one set: reads what the director is kept from.</summary>
    Office = 8,
}
