module "pair" {
  source   = "./modules/pair"
  subnet_c = "10.0.0.0/24"
  subnet_d = "10.0.1.0/24"
}
