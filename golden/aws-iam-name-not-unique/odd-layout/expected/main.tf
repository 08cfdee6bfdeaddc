resource "aws_iam_role" "app" {
	name="app-${random_id.app_suffix.hex}" // the app's
	assume_role_policy =   jsonencode({ Version="2012-10-17", Statement=[] })
	tags={ Name="app" }
}

resource "random_id" "app_suffix" {
  byte_length = 4
}

resource "aws_iam_role_policy_attachment" "app" {
      role = (aws_iam_role.app.name)
      policy_arn   = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
resource "aws_iam_policy_attachment" "app" {
  name = "app"
  roles = concat( [ aws_iam_role.app.name , /* and */ "other" ], [] )
  policy_arn   = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}