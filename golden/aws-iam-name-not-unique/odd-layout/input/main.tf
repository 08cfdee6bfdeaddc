resource "aws_iam_role" "app" {
	name="app" // the app's
	assume_role_policy =   jsonencode({ Version="2012-10-17", Statement=[] })
	tags={ Name="app" }
}

resource "aws_iam_role_policy_attachment" "app" {
  role = ("app")
      policy_arn   = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
resource "aws_iam_policy_attachment" "app" {
  name = "app"
  roles = concat( [ "app" , /* and */ "other" ], [] )
  policy_arn   = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}