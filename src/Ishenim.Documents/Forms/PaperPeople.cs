namespace Ishenim.Documents.Forms;

/// <summary>A school's name in the paper's language.</summary>
/// <param name="Name">In nominative: № 5 орто мектеп.</param>
/// <param name="NameGenitive">In genitive: № 5 орто мектептин.</param>
public sealed record PaperSchool(string Name, string NameGenitive);

/// <summary>Somebody on a paper.</summary>
/// <param name="Name">As it is signed.</param>
/// <param name="Post">At the school; may be empty.</param>
public sealed record PaperPerson(string Name, string Post);

/// <summary>Where a box hangs.</summary>
/// <param name="Number">Its number at the school.</param>
/// <param name="Place">Building, floor and where there.</param>
public sealed record PaperBox(string Number, string Place);
