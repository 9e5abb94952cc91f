export default function Stub() { return <div className="wrap"><h1>vacancy</h1></div> }
