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
}
