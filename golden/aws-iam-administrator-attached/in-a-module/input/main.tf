module "role" {
  source = "./role"
  policy = "arn:aws:iam::aws:policy/AdministratorAccess"
}
