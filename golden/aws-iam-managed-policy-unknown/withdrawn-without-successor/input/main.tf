resource "aws_iam_role_policy_attachment" "fleet" {
  role       = "fleet"
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonEC2SpotFleetRole"
}

# It may be newer than what is known of policies.
resource "aws_iam_role_policy_attachment" "clusters" {
  role       = "clusters"
  policy_arn = "arn:aws:iam::aws:policy/Amazon_EKSClusterPolicy"
}
